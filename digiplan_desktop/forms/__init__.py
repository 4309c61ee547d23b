"""The questionnaire engine: XLSForm and XForms, headless."""
