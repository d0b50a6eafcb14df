"""No list shows more than the library: who reads what, on the emulator's roles and groups."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from functions import errors
from functions.library.sharepoint.permissions import Readers, readers_of
from functions.library.sharepoint.provisioning import apply, plan
from functions.library.sharepoint.standing import list_address
from functions.publishing.schema import site_schema
from tests.library.provisioned import LIBRARY, OPTIONS, connect, planned, provision, standing
from tests.sharepoint.emulator import Emulator, Fault
from tests.sharepoint.people import CONTRIBUTE, FULL, LIMITED, READ
from tests.sharepoint.state import Grants

SCHEMA = site_schema()
PATHS = [f"/sites/rad/Lists/{one.url}" for one in SCHEMA.lists]
MALIN, PER, EVA = "i:0#.f|membership|malin.ek@example.org", "i:0#.f|membership|per.alm@example.org", "i:0#.f|membership|eva.lind@example.org"


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator().running() as site:
        for name in ("Malin Ek", "Per Alm", "Eva Lind"):
            site.people.person(name)
        site.add_library(LIBRARY)
        yield site


def names(emulator: Emulator, path: str) -> set[str]:
    return set(readers_of(connect(emulator), list_address(connect(emulator), path)).logins.values())


def test_readers_are_the_people_behind_the_groups(emulator):
    told = readers_of(connect(emulator), list_address(connect(emulator), "/sites/rad/Anteckningar"))
    assert set(told.logins) == {MALIN, PER, EVA}
    assert {number for number, _ in told.given} == {emulator.people.owners.id, emulator.people.members.id, emulator.people.visitors.id}


def test_limited_access_is_no_reading(emulator):
    library = emulator.library(LIBRARY).state
    malin, per = emulator.people.person("Malin Ek").id, emulator.people.person("Per Alm").id
    library.grants = Grants([(malin, CONTRIBUTE), (per, LIMITED)])
    told = readers_of(connect(emulator), list_address(connect(emulator), library.path))
    assert (set(told.logins), told.given) == ({MALIN}, ((malin, CONTRIBUTE),))


def test_the_readers_of_a_single_file_are_told(emulator):
    library = emulator.library(LIBRARY)
    identity = library.put("a.docx", b"a")
    library.restrict("Eva Lind", path="a.docx")
    told = readers_of(connect(emulator), f"{emulator.url}/_api/web/GetFileById('{identity}')/ListItemAllFields")
    assert set(told.logins) == {EVA}


def test_a_group_of_entras_is_one_reader_that_nobody_can_look_into():
    group, malin = {"c:0t.c|tenant|g1": "Alla på kliniken"}, {MALIN: "Malin Ek"}
    assert Readers(group).beyond(Readers(malin)) == ("Alla på kliniken",)
    assert Readers(malin).beyond(Readers(group)) == ("Malin Ek",)
    assert Readers(group).beyond(Readers(group)) == ()


def test_a_library_for_everybody_holds_everybody():
    everyone, inside = Readers({"c:0(.s|true": "Alla"}), Readers({"c:0-.f|rolemanager|spo-grid-all-users/t": "Alla utom externa"})
    guest = {"i:0#.f|membership|gast_annan.se#ext#@region.onmicrosoft.com": "Gäst"}
    assert Readers({MALIN: "Malin Ek", **guest}).beyond(everyone) == ()
    assert Readers({MALIN: "Malin Ek", **guest}).beyond(inside) == ("Gäst",)
    assert inside.beyond(Readers({MALIN: "Malin Ek"})) == ("Alla utom externa",)


def test_lists_inherit_from_a_site_whose_library_does_too(emulator):
    provision(emulator)
    assert {emulator.list_at(path).grants for path in PATHS} == {None}


def test_lists_of_a_closed_library_are_read_by_its_readers_and_by_nobody_else(emulator):
    emulator.library(LIBRARY).restrict("Malin Ek", "Per Alm")
    found = provision(emulator)
    assert all(names(emulator, path) == {"Malin Ek", "Per Alm"} for path in PATHS)
    told = [step.says for step in found.steps if step.permission]
    assert told == ["Får samma behörigheter som Anteckningar (2 läsare): annars skulle Eva Lind se mer än i biblioteket."] * len(PATHS)
    assert planned(emulator).steps == ()


def test_readers_keep_the_roles_that_they_have_in_the_library(emulator):
    library = emulator.library(LIBRARY).state
    malin, per = emulator.people.person("Malin Ek").id, emulator.people.person("Per Alm").id
    library.grants = Grants([(malin, CONTRIBUTE), (per, READ)])
    provision(emulator)
    app = (emulator.people.app.id, FULL)  # SharePoint gives it to whoever breaks inheritance; apps are no readers
    assert {tuple(emulator.list_at(path).grants.given) for path in PATHS} == {(app, (malin, CONTRIBUTE), (per, READ))}


def test_nobody_reads_a_list_before_its_readers_are_set(emulator):
    """Between the request that makes a list and the one that closes it nothing stands in it; after that only readers are added."""
    emulator.library(LIBRARY).restrict("Malin Ek")
    provision(emulator)
    asked = [request.path.rsplit("/", 1)[-1].split("(")[0].lower() for request in emulator.requests if request.method == "POST"]
    first = asked.index("lists")
    assert asked[first : first + 3] == ["lists", "breakroleinheritance", "addroleassignment"]


def test_a_closed_folder_counts_and_not_its_library(emulator):
    library = emulator.library(LIBRARY)
    library.folder("Valberedning")
    library.restrict("Eva Lind", path="Valberedning")
    provision(emulator, folder="Valberedning")
    assert all(names(emulator, path) == {"Eva Lind"} for path in PATHS)


def test_drafts_that_stand_outside_of_a_closed_library_are_closed_too(emulator):
    emulator.library(LIBRARY).restrict("Malin Ek")
    provision(emulator, lists_only=True)
    assert names(emulator, "/sites/rad/ForslagTillDagordning") == {"Malin Ek"}


def test_lists_that_inherit_are_closed_when_the_library_was_closed_since(emulator):
    provision(emulator)
    emulator.library(LIBRARY).restrict("Malin Ek")
    found = provision(emulator)
    assert [step.permission for step in found.steps] == [True] * len(PATHS)
    assert all(names(emulator, path) == {"Malin Ek"} for path in PATHS)


def test_a_list_that_somebody_shared_wider_is_refused_by_name_and_nothing_is_done(emulator):
    emulator.library(LIBRARY).restrict("Malin Ek")
    provision(emulator)
    emulator.list("Uppföljning").restrict("Malin Ek", "Per Alm", "Eva Lind")
    emulator.library(LIBRARY).state.fields["DgReading"].indexed = False  # something to do, which is not done
    before = standing(emulator)
    (told,) = planned(emulator).refusals
    assert told.startswith("Listan Uppföljning kan läsas av fler än Anteckningar: Eva Lind och Per Alm. Ta bort dem")
    with pytest.raises(errors.NoAccess, match=r"Inget är gjort\. Listan Uppföljning kan läsas av fler"):
        provision(emulator)
    assert standing(emulator) == before


def test_a_list_that_people_closed_further_stays_so(emulator):
    provision(emulator)
    emulator.list("Händelser").restrict("Malin Ek")
    assert planned(emulator).steps == ()


def test_many_names_are_counted(emulator):
    for number in range(6):
        emulator.people.person(f"Person {number}")
    emulator.library(LIBRARY).restrict("Malin Ek")
    assert "Eva Lind, Per Alm, Person 0, Person 1 och 4 till se mer" in planned(emulator).steps[1].says


def test_an_app_that_may_not_set_permissions_is_told_which_role_it_needs_and_leaves_the_list_unread():
    with Emulator(app_role="manage").running() as emulator:
        emulator.people.person("Per Alm")
        emulator.add_library(LIBRARY)
        emulator.library(LIBRARY).restrict("Malin Ek")
        with pytest.raises(errors.NoAccess, match="fullcontrol"):
            provision(emulator)
        made = [one for one in emulator.lists.values() if "/Lists/" in one.path]
        assert [(one.title, len(one.items), set(one.fields) & {"DgKey"}) for one in made] == [("Uppfoljning", 0, set())]
        emulator.people.app_role = "fullcontrol"
        provision(emulator)
        assert all(names(emulator, path) == {"Malin Ek"} for path in PATHS)
        assert planned(emulator).steps == ()


def as_owner(emulator: Emulator, *, cut: int | None = None) -> None:
    """Anna, who owns the site and reads the library, provisions it herself. cut: after so many requests nothing works."""
    site = connect(emulator, token="person:Anna Alm")
    if cut is not None:
        emulator.faults.add(Fault("denied", skip=cut, times=None, batched=False))
    try:
        apply(site, plan(site, SCHEMA, OPTIONS))
    finally:
        emulator.faults.clear()


@pytest.fixture
def owned(emulator: Emulator) -> Emulator:
    emulator.people.owners.members.append(emulator.people.person("Anna Alm", member=False).id)
    malin = emulator.people.person("Malin Ek").id
    emulator.library(LIBRARY).state.grants = Grants([(malin, CONTRIBUTE), (emulator.people.owners.id, FULL)])
    return emulator


def test_an_owner_who_provisions_keeps_no_permission_of_her_own(owned):
    """SharePoint gives full control to whoever breaks inheritance."""
    as_owner(owned)
    given = owned.library(LIBRARY).state.grants.given
    assert {tuple(owned.list_at(path).grants.given) for path in PATHS} == {tuple(given)}
    assert planned(owned).refusals == planned(owned).steps == ()


def test_an_owner_who_may_not_read_the_library_leaves_the_lists_when_they_are_done(emulator):
    owner = emulator.people.person("Anna Alm", member=False)
    emulator.people.web_grants.given.append((owner.id, FULL))
    malin = emulator.people.person("Malin Ek").id
    emulator.library(LIBRARY).state.grants = Grants([(malin, CONTRIBUTE)])
    site = connect(emulator, token="person:Anna Alm")
    with pytest.raises(errors.NoAccess):  # she may not see who reads the library, so that nothing is made
        plan(site, SCHEMA, OPTIONS)
    assert [one.title for one in emulator.lists.values()] == [LIBRARY]


def test_an_owner_who_was_cut_off_leaves_at_the_next_time(owned):
    as_owner(owned)
    requests = owned.round_trips()
    wanted = {path: sorted(owned.list_at(path).grants.given) for path in PATHS}
    for cut in range(9, requests, 11):
        with Emulator().running() as fresh:
            for name in ("Malin Ek", "Per Alm", "Eva Lind"):
                fresh.people.person(name)
            fresh.add_library(LIBRARY)
            fresh.people.owners.members.append(fresh.people.person("Anna Alm", member=False).id)
            fresh.library(LIBRARY).state.grants = Grants([(fresh.people.person("Malin Ek").id, CONTRIBUTE), (fresh.people.owners.id, FULL)])
            with pytest.raises(errors.DagordningError):
                as_owner(fresh, cut=cut)
            as_owner(fresh)
            assert {path: sorted(fresh.list_at(path).grants.given) for path in PATHS} == wanted, f"cut off after {cut} requests"
