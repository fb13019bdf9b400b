"""What the blogs' exports share: records out of XML files of any size (`xml`), the words of a post's HTML (`words`)."""
