"""The register: what many articles say of one award, joined into entries; pure."""
