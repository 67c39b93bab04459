"""What runs the SQL of the corpus rules."""
