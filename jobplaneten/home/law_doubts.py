"""The words of docs/law.md that no table holds: what is not judged, and what we would ask a lawyer."""

HEAD = """# The law of young people's work

Made from `jobplaneten/law/parameters.toml`, the rules beside it and the real posts by `manage.py write_docs`; a test
fails when this page is behind. It is a programmer's reading of public pages and no legal advice: each figure says
where it was read and how sure we are.

- `block` never, `warn` a person looks, `gate` ticked before the first shift, `review` a person of ours confirms.
  `info` and `modifier` give no finding of their own.
- A change of law is a new entry with its first day; a day before it gets the old answer. Where no first day stands,
  the entry is as old as the book, which begins on 1 July 2021.
- Age and schooling are those of the day of the work. "In school" is short for compulsory schooling, which ends on
  31 July after ninth grade.
- How the tests of the rules are tried: [mutants.md](../tests/law/mutants.md).
"""

SECTIONS: dict[str, tuple[str, ...]] = {
    "Whom the rules bind": ("SCOPE", "PLAT", "SCHOOLING"),
    "Hours": ("T-",),
    "Evening and night": ("N-",),
    "Rest and days off": ("R-",),
    "Alone": ("ALONE",),
    "Tasks": ("TASK", "PSY"),
    "Alcohol": ("ALC",),
    "Machines": ("MACH",),
    "Substances": ("CHEM",),
    "Lifting": ("LIFT",),
    "Surroundings": ("PHYS",),
    "Before the first shift, and after": ("PARENT", "INSTR", "AMO", "SANC"),
}

NOT_JUDGED = (
    "Rest and hours of those who are 18: the rules for adults are others.",
    "Apprentices, work experience from school and other training, which have rules of their own.",
    "Businesses with nobody in them but the owner's household. A private home is judged (`SCOPE-03`).",
    "Shifts across midnight: they are written as two, and nobody under 18 may have the second.",
    "Deviations that single trades may have in rest, days off or hours; none was found in force.",
    "The work-free part of the summer holiday (`R-SUMMER`): it asks for more than one week's view.",
    "What the assessment of a machine or an agent says; only that it was made, and by whom it was looked at.",
    "Pay, terms, insurance, tax and the children's certificate: they belong to the placement, not to the verdict.",
)

DOUBTS = (
    "**The order of 2026.** We know its effects from pages about it, not its text. Which machines and labelled "
    "substances may children use after an assessment (`MACH-01`, `MACH-03`, `CHEM-01`, `CHEM-04`)? Are the weights "
    "(`LIFT-01`, `LIFT-02`), the kinds of shops (`ALONE-01`), the surroundings (`PHYS-…`) and the list of light work "
    "the old ones?",
    "**Late and early trades.** Do bakeries, stables, hotels and newspaper rounds still have their own hours after "
    "July 2025 (`N-SECTOR-EXT`)? The switch stays off until somebody has read it.",
    "**The end of compulsory schooling.** Was the earlier day that was proposed in 2024 adopted? It decides about "
    "every July (`SCHOOLING-END`).",
    "**Two days off.** We count Monday to Sunday. Is it any seven days in a row? And who may go down to 36 hours?",
    "**The break.** We read the rule strictly: nobody works more than four and a half hours on end, and a gap "
    "between two shifts counts as a break. Would a break at the end of a long day be enough? Is a gap one?",
    "**Serving rooms.** The rules about alcohol were read in a reprint of 2020. Have they changed (`ALC-…`)?",
    "**Private homes.** Is a neighbour's lawn every Saturday still occasional (`SCOPE-03`)? We say no.",
    "**Several employers.** That hours are added is read from the directive; do rest and days off add up as well? "
    "We say yes.",
    "**One stretch.** That a full day should not be split was read in a guide of 2019 (`T-CONTIG`).",
    "**Tractors.** The age and the licence come from the old list (`MACH-04`); which rules do young people follow now?",
    "**Light work marked medium.** Sweeping stairs, picking litter, watering, coffee, closed dishwashers, hand mowers, "
    "help with homework and fruit in day care are our reading.",
)

POSTS_HEAD = """## The real posts, judged

{count} posts that were really written, 2014-2025, judged by the law of {on}, for the ages that each asks for: its
tasks and its place as the import reads them, and what else its words say (`real_posts.toml`). None gives its hours, so
each is judged on one lawful afternoon: what is told here is wrong in the job itself. `TASK-LIGHT` with "opgaver, der
ikke står på listen" means that nobody has classified a task yet: a person decides, and until then no pupil may. Those
with a date inside the book are judged on that day too: the last column says what would have stood in the way then and
does not now, or the other way round. The first trap also pays in points instead of money: that is no matter of this
book, and one more reason why the import takes no trap for a post.
"""
