"""Builds one document of roadmaps, programmes and funding lines, with planted defects for each of the ten checks and
with decoys: records that look like a defect and are none. What is a defect in the end is for find_truth.py to say."""

import datetime
import random

from vocabulary import (ACTORS, INDICATORS, PUBLISHERS, TECHNOLOGIES, TITLE_PARTS, VAGUE_SENTENCES, VAGUE_WORDS)

MILESTONES_PER_ROADMAP = 20
PROJECTS_PER_ROADMAP = 8
KINDS = ("IPCEI", "national", "EU")
FIRST_DAY = datetime.date(2024, 1, 31).toordinal()
CALENDAR = [datetime.date.fromordinal(FIRST_DAY + day).isoformat() for day in range(5200)]


def build_document(milestone_count, seed, defect_rate):
    """The document as a tree of dictionaries and lists, the same for the same arguments."""
    return DocumentBuilder(milestone_count, seed, defect_rate).build()


class DocumentBuilder:
    def __init__(self, milestone_count, seed, defect_rate):
        self.random = random.Random(seed)
        self.milestone_count = milestone_count
        self.defect_rate = defect_rate
        self.roadmap_count = max(2, -(-milestone_count // MILESTONES_PER_ROADMAP))
        self.roadmaps = []
        self.funding = []
        self.projects = []  # of each roadmap: pairs of programme and project
        self.days = []  # of each roadmap: the due day of each milestone

    def build(self):
        self.programmes = self.build_programmes()
        self.ids = self.build_milestone_ids()
        for number in range(self.roadmap_count):
            self.roadmaps.append(self.build_roadmap(number))
        self.plant_cycles()
        self.plant_double_counting()
        self.set_totals()
        return {"programmes": self.programmes, "roadmaps": self.roadmaps, "funding": self.funding}

    # --- chance -----------------------------------------------------------------------------------------------------

    def happens(self, probability):
        return self.random.random() < probability

    def is_defect(self, share=1.0):
        return self.random.random() < self.defect_rate * share

    def below(self, limit):
        """A whole number from 0 to limit - 1; faster than randrange."""
        return int(self.random.random() * limit)

    def pick(self, choices):
        return choices[int(self.random.random() * len(choices))]

    # --- programmes and ids -----------------------------------------------------------------------------------------

    def build_programmes(self):
        count = max(6, self.milestone_count // 50)
        kinds = list(KINDS) + self.random.choices(KINDS, (3, 4, 3), k=count - len(KINDS))
        return [{"id": f"P-{number:05}", "kind": kind, "total_eur": 0} for number, kind in enumerate(kinds)]

    def build_milestone_ids(self):
        """The ids of each roadmap's milestones. A few are used by another roadmap as well (C7)."""
        small, rest = divmod(self.milestone_count, self.roadmap_count)
        ids = [[f"RM-{roadmap:05}-M{place:02}" for place in range(small + (roadmap < rest))]
               for roadmap in range(self.roadmap_count)]
        for _ in range(max(1, int(self.milestone_count * self.defect_rate / 50))):
            source, target = self.random.sample(range(self.roadmap_count), 2)
            ids[target][self.below(len(ids[target]))] = self.pick(ids[source])
        return ids

    # --- one roadmap ------------------------------------------------------------------------------------------------

    def build_roadmap(self, number):
        roadmap_id = f"RM-{number:05}"
        technology = self.pick(TECHNOLOGIES)
        roadmap = {"id": roadmap_id, "title": f"Technologie-Roadmap {technology} {2024 + number % 7}",
                   "publisher": self.pick(PUBLISHERS),
                   "goals": [{"id": f"{roadmap_id}-G{goal}", "title": self.title()}
                             for goal in range(3 + self.below(4))],
                   "measures": [{"id": f"{roadmap_id}-A{measure:02}", "title": self.title()}
                                for measure in range(8 + self.below(7))]}
        projects = [(self.pick(self.programmes), f"PR-{number * PROJECTS_PER_ROADMAP + project:06}")
                    for project in range(PROJECTS_PER_ROADMAP)]
        self.projects.append(projects)
        start = self.below(700)
        self.days.append([min(start + place * 150 + self.below(140), len(CALENDAR) - 1)
                          for place in range(len(self.ids[number]))])
        roadmap["milestones"] = [self.build_milestone(number, place, roadmap)
                                 for place in range(len(self.ids[number]))]
        return roadmap

    def build_milestone(self, number, place, roadmap):
        milestone = {"id": self.ids[number][place], "goal": self.pick(roadmap["goals"])["id"], "title": self.title()}
        self.add_owner(milestone)
        depends_on = self.build_dependencies(number, place)
        if depends_on and self.is_defect():  # C5
            self.move_before_dependencies(number, place, depends_on)
        milestone["due"] = CALENDAR[self.days[number][place]]
        self.add_target(milestone)
        milestone["measures"] = [measure["id"] for measure in
                                 self.random.sample(roadmap["measures"], self.pick((1, 1, 2, 2, 3)))]
        milestone["depends_on"] = depends_on
        if self.is_defect(1 / 5):
            self.plant_dangling_reference(milestone, roadmap["id"])
        self.add_funding(milestone["id"], number)
        return milestone

    def title(self):
        words = " ".join(part for part in map(self.pick, TITLE_PARTS) if part)
        return f"{self.pick(TECHNOLOGIES)}: {words}" if self.happens(0.08) else words

    def add_owner(self, milestone):
        """C1: no owner, null, or blank text."""
        if not self.is_defect():
            milestone["owner"] = self.pick(ACTORS)
        elif not self.happens(0.3):
            milestone["owner"] = self.pick(("", "   ", None))

    def build_dependencies(self, number, place):
        ids = self.ids[number]
        depends_on = []
        if place and self.happens(0.7):
            nearest = max(0, place - 6)
            depends_on.append(ids[nearest + self.below(place - nearest)])
            other = ids[self.below(place)]
            if place > 2 and self.happens(0.4) and other not in depends_on:
                depends_on.append(other)
        if number and self.happens(0.03):  # on a milestone of another roadmap that is due earlier
            roadmap = self.below(number)
            other = self.below(len(self.ids[roadmap]))
            is_earlier = self.days[roadmap][other] <= self.days[number][place]
            if is_earlier and self.ids[roadmap][other] not in depends_on:
                depends_on.append(self.ids[roadmap][other])
        return depends_on

    def move_before_dependencies(self, number, place, depends_on):
        days = self.days[number]
        needed = [days[other] for other in range(place) if self.ids[number][other] in depends_on]
        if needed:
            days[place] = max(0, max(needed) - 10 - self.below(190))

    def add_target(self, milestone):
        name, unit, least, greatest = self.pick(INDICATORS)
        baseline = round(least + (greatest - least) * self.random.random() * 0.4)
        value = baseline + (greatest - baseline) * (0.2 + 0.8 * self.random.random())
        target = {"indicator": name, "value": round(value, 1) if greatest < 300 else round(value), "unit": unit,
                  "baseline": baseline}
        if self.is_defect():  # C8
            word = self.pick(VAGUE_WORDS)
            sentence = self.pick(VAGUE_SENTENCES)
            shown = word.upper() if self.happens(0.1) else word
            target["indicator"] = sentence.format(word=shown, Word=word.capitalize())
        if self.is_defect():
            target = self.spoil_target(target)
        if target != "absent":
            milestone["target"] = target

    def spoil_target(self, target):
        """C2: the target, or a part of it, is absent, null, blank or of the wrong type."""
        field = self.pick(("target", "value", "unit", "baseline"))
        if field == "target":
            return None if self.happens(0.3) else "absent"
        if self.happens(0.5):
            del target[field]
        elif field == "unit":
            target["unit"] = self.pick(("", "  ", None))
        elif field == "value":
            target["value"] = f"{target['value']} {target.get('unit')}"
        else:
            target["baseline"] = self.pick(("unbekannt", None))
        return target

    def plant_dangling_reference(self, milestone, roadmap_id):
        """C9: an id that nobody has."""
        field = self.pick(("goal", "measures", "depends_on"))
        if field == "goal":
            milestone["goal"] = f"{roadmap_id}-G9"
        elif field == "measures":
            milestone["measures"].append(f"{roadmap_id}-A99")
        else:
            milestone["depends_on"].append(f"{roadmap_id}-M98")

    # --- funding ----------------------------------------------------------------------------------------------------

    def add_funding(self, milestone_id, number):
        """C3: no line at all, or only lines without money."""
        is_unfunded = self.is_defect()
        for _ in range(self.pick((0, 0, 1, 1)) if is_unfunded else self.pick((1, 2, 3, 3, 4, 5))):
            programme, project = self.pick(self.projects[number])
            programme_id = programme["id"]
            if self.is_defect(1 / 25):  # C9
                programme_id = f"P-99{self.below(1000):03}"
            self.add_line(programme_id, project, number, milestone_id,
                          amount=0 if is_unfunded else 1000 * (50 + self.below(19950)),
                          counted=self.happens(0.8))

    def add_line(self, programme_id, project, number, milestone_id, amount, counted):
        self.funding.append({
            "id": f"F-{len(self.funding):07}", "programme": programme_id, "project_ref": project,
            "roadmap": self.roadmaps[number]["id"] if number < len(self.roadmaps) else f"RM-{number:05}",
            "milestone": milestone_id, "amount_eur": amount, "year": 2024 + self.below(10), "counted": counted,
            "status": "planned" if self.happens(0.6) else "running"})

    # --- defects across roadmaps ------------------------------------------------------------------------------------

    def plant_cycles(self):
        """C10: a few milestones in a row depend on each other in a ring; a ring of one is a milestone on itself."""
        for _ in range(max(1, int(self.milestone_count * self.defect_rate / 25))):
            milestones = self.pick(self.roadmaps)["milestones"]
            first, length = self.below(len(milestones)), self.pick((1, 2, 2, 3))
            ring = [milestones[(first + step) % len(milestones)] for step in range(length)]
            for step, milestone in enumerate(ring):
                following = ring[(step + 1) % length]["id"]
                if following not in milestone["depends_on"]:
                    milestone["depends_on"].append(following)

    def plant_double_counting(self):
        """C4: a project is funded again in another roadmap. Three of four are decoys or depend on the programme: lines
        that are not counted, and programmes that are no IPCEI."""
        candidates = [(roadmap, pair) for roadmap, pairs in enumerate(self.projects) for pair in pairs]
        important = [(roadmap, pair) for roadmap, pair in candidates if pair[0]["kind"] == "IPCEI"]
        for number in range(max(2, int(self.milestone_count * self.defect_rate / 2))):
            owner, (programme, project) = self.pick(important if number % 2 == 0 and important else candidates)
            other = self.below(self.roadmap_count)
            if other == owner:
                other = (owner + 1) % self.roadmap_count
            self.add_line(programme["id"], project, other, self.pick(self.ids[other]),
                          amount=1000 * (50 + self.below(19950)), counted=number % 4 != 1)

    def set_totals(self):
        """C6: a few programmes have less than what is counted on them; one decoy has exactly as much."""
        counted = {}
        for line in self.funding:
            if line["counted"]:
                counted[line["programme"]] = counted.get(line["programme"], 0) + line["amount_eur"]
        exceeded = max(1, int((len(self.programmes) - 1) * self.defect_rate))
        chosen = self.random.sample(range(len(self.programmes)), exceeded + 1)
        for number, programme in enumerate(self.programmes):
            spent = counted.get(programme["id"], 0)
            if number == chosen[0]:
                programme["total_eur"] = spent
            elif number in chosen[1:]:
                programme["total_eur"] = spent * 9 // 10
            else:
                programme["total_eur"] = int(spent * (1.02 + 0.6 * self.random.random())) // 1000 * 1000 + 1000
