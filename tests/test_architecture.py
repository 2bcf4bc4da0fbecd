"""The layout that the design names: imports point one way, names bind a kind everywhere, modules stay short."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from extractor.facts import KINDS

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "extractor"
LAYERS = (
    ("article",),
    ("cycles", "errors", "times", "urls"),
    ("facts", "folders", "locks", "spreadsheets", "tomlfiles", "wholefiles", "settings"),
    ("gazetteer", "language"),
    ("numbers",),
    ("patterns", "awards"),
    ("outlets",),
    ("clean",),
    ("annotate",),
    ("assemble",),
    ("pipeline",),
    ("register", "review"),
    ("export",),
    ("sources", "store"),
    ("web", "digest", "workbench"),
    ("batch",),
    ("nightly",),
    ("cli",),
    ("__main__",),
)
"""The modules and packages of `extractor`, those that know nothing of the others first; a line may know itself."""
RANKS = {name: rank for rank, names in enumerate(LAYERS) for name in names}
FORBIDDEN = {"util", "utils", "helper", "helpers", "manager", "handler", "processor", "data", "item", "base", "common"}
MODULES = sorted(path.relative_to(ROOT) for path in PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The parts of `extractor` that a module imports, wherever in it the import stands."""
    names = set()
    package = path.parent.parts
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            around = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (around, node.module)))
            names |= {f"{module}.{alias.name}" for alias in node.names} if module == "extractor" else {module}
    parts = {name.split(".")[1] for name in names if name.startswith("extractor.")}
    return parts & RANKS.keys() | {
        part for part in parts if (PACKAGE / f"{part}.py").exists() or (PACKAGE / part).is_dir()
    }


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_imports_point_one_way(path: Path) -> None:
    part = path.parts[1].removesuffix(".py")
    if part == "__init__":
        assert imported(path) <= {"article", "facts", "pipeline"}  # the door: `from extractor import extract`
        return
    assert part in RANKS, f"{part} has no layer yet: say in LAYERS where it belongs"
    above = {name for name in imported(path) - {part} if RANKS[name] >= RANKS[part]}
    assert above == set()


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_a_module_is_short(path: Path) -> None:
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_a_module_is_named_for_what_it_holds(path: Path) -> None:
    words = {word for part in path.with_suffix("").parts for word in part.lower().split("_")}
    assert words.isdisjoint(FORBIDDEN)


PLACES_OF_A_KIND = (
    ("extractor/annotate/{}.py", "extractor/annotate/{}/__init__.py"),
    ("patterns/{}.toml",),
    ("tests/annotate/test_{}.py",),
)


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_a_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse((ROOT / path).read_text(encoding="utf-8")))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("places", PLACES_OF_A_KIND)
def test_one_name_binds_a_kind_everywhere(kind: str, places: tuple[str, ...]) -> None:
    assert any((ROOT / place.format(kind)).is_file() for place in places)


def test_importing_everything_opens_no_file_of_ours() -> None:
    modules = [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in MODULES]
    names = [name for name in modules if not name.endswith("__main__")]
    watch = (
        "import sys, importlib\n"
        f"opened = []; folder = {str(ROOT / 'patterns')!r}\n"
        "sys.addaudithook(lambda event, args: opened.append(args[0])\n"
        "    if event == 'open' and str(args[0]).startswith(folder) else None)\n"
        f"[importlib.import_module(name) for name in {names!r}]\n"
        "sys.exit(str(opened) if opened else 0)"
    )
    done = subprocess.run([sys.executable, "-c", watch], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_core_knows_no_clock_network_chance_or_environment() -> None:
    forbidden = {"time", "random", "requests", "socket", "urllib.request", "sqlite3", "secrets", "subprocess", "os"}
    core = ("article", "facts", "numbers", "language", "clean", "annotate", "assemble", "pipeline")
    found = {}
    for path in MODULES:
        if path.parts[1].removesuffix(".py") in core:
            tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
            names = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
            names |= {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
            if names & forbidden:
                found[str(path)] = names & forbidden
    assert found == {}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_every_file_and_names_no_machine(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    pins = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert pins
    assert [pin for pin in pins if "==" not in pin or not pin.endswith("\\")] == []
    assert [word for word in ("://", "--index-url", "--find-links", "--trusted-host", " /") if word in text] == []


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = "\n" + (ROOT / "requirements.lock").read_text(encoding="utf-8")
    names = [re.split(r"[\[>]", dependency)[0].strip() for dependency in project["dependencies"]]
    assert [name for name in names if f"\n{name}==" not in locked] == []
