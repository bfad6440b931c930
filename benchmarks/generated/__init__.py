"""A generated press: invented people and outlets, real countries and bodies, and what is true of it."""
