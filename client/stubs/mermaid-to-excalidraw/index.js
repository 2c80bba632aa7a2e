/** A text of Mermaid's that is pasted stays a text. */
export const parseMermaidToExcalidraw = () => Promise.reject(new Error('Hearth draws nothing from Mermaid.'));
