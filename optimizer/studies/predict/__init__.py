"""How many people programmes bring that are not in the evidence, from their money."""
