"""The parts of the form that logs outreach, one noun each."""
