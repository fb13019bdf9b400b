"""WhatsApp's chat exports, in parts: where a message begins, what its date means, what is words in it, whose it is."""
