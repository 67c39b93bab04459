"""How a report is told: each form a module that eats the same problems."""
