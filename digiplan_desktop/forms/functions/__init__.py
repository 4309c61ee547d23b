"""The function library of the ODK dialect: small pure functions, listed in `library.py`."""
