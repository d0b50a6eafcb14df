"""Eight sets of minutes with eight writers' habits: which case holds which paper."""

from collections.abc import Callable

from tests.corpus.paper import Paper
from tests.corpus.varied.committee_papers import write_local, write_users
from tests.corpus.varied.hospital_papers import write_drugs, write_letters
from tests.corpus.varied.project_papers import write_network, write_steering
from tests.corpus.varied.shared_papers import write_elderly, write_palliative

PAPERS: dict[str, Callable[[], Paper]] = {
    "lakemedelskommitte/LK minnesanteckningar 18 feb -26.docx": write_drugs,
    "samverkansgrupp/Anteckningar Samverkansgrupp äldre 260305.docx": write_elderly,
    "brukarrad/Protokoll brukarrådet 2026-02-09.docx": write_users,
    "arbetsgrupp/digital kallelse 14 april.docx": write_letters,
    "kunskapsrad/2026-03-11 Mötesanteckningar Kunskapsråd palliativ vård.docx": write_palliative,
    "narservice/Protokoll_2_2026_Kommittén för närservice.docx": write_local,
    "styrgrupp/SG3 Vårdplatslotsen minnesanteckningar.docx": write_steering,
    "natverk/Strokenätverket 17 mars (justerad).docx": write_network,
}
