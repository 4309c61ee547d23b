"""The plan, its indicators, estimates, target status and sampling: pure functions."""
