throw new Error("Hearth uses @colyseus/ws-transport; this package only satisfies a peer dependency of colyseus.");
