"""The screens, each one a whole view."""
