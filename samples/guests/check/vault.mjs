// The interface acme:secret/vault, which only this check provides.

export function openVault(name) {
    return `the vault of ${name}`;
}
