"""DigiPlan Desktop: survey data entry, exchange and target tracking."""

__version__ = "0.1.0"
