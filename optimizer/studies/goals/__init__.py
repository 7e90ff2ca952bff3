"""What is best when goals come one after the other?"""
