// Draws nothing, and breaks over every card as native code does: with its whole process.

process.on('message', () => process.abort());
