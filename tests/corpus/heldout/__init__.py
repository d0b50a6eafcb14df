"""Six sets of minutes that nobody looks at while rules are written: which case holds which paper."""

from collections.abc import Callable

from tests.corpus.heldout.heading_papers import write_safety, write_women
from tests.corpus.heldout.letter_papers import write_mental_health, write_wounds
from tests.corpus.heldout.table_papers import write_drugs, write_kidneys
from tests.corpus.paper import Paper

PAPERS: dict[str, Callable[[], Paper]] = {
    "kunskapsrad-sar/Minnesant kunskapsrådet sår 17 april.docx": write_wounds,
    "lakemedelsrad/2026-04-16 LR mötesnoteringar.docx": write_drugs,
    "patientsakerhetsrad/Protokoll Patientsäkerhetsrådet justerat.docx": write_safety,
    "programomrade/LPO_kvinnosjukvård_protokoll_nr2_2026.docx": write_women,
    "samordningsrad/Anteckningar SR Njursjukvård 2026-02-26.docx": write_kidneys,
    "samverkan-psykisk-halsa/Samverkansgruppen Torsviken-Holmeby 4 maj (utkast).docx": write_mental_health,
}
