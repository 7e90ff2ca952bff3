"""Questions of assistants over the Model Context Protocol: read-only, certified, bounded."""
