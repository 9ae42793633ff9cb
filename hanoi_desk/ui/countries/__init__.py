"""The parts of the page of countries: the list with its facets, and all that one country shows."""
