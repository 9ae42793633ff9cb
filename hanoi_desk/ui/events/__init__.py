"""What is done at an occasion: the programme of its meetings, and what was said in its plenary."""
