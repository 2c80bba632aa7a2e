export default function Help(_: { readonly onClose: () => void }) { return null; }
