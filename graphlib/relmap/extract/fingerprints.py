"""What the default pipeline's files must be: one hash over all of them."""

from __future__ import annotations

#: blake2b (16 bytes) over the files of the package that carries spaCy's en_core_web_md 3.7.1, as
#: `modelfiles.digest_folder` takes it.
PINNED = "6421ea0c6d3a5b261e956cd47a90fbce"
