"""Where does only additional money go?"""
