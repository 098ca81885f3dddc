"""The words of which the benchmark's roadmaps are made."""

PUBLISHERS = ("BMWK", "BMFTR", "BMV", "acatech", "DIN", "VDI", "VDMA", "Fraunhofer IPA", "DLR", "Leopoldina",
              "Nationaler Wasserstoffrat", "Europäische Kommission")
ACTORS = tuple("akteur-" + name for name in (
    "bmwk", "bmftr", "bmv", "uba", "ptb", "bnetza", "dena", "kfw", "eib", "fraunhofer", "max-planck", "helmholtz",
    "stahlwerk", "zulieferer", "netzbetreiber", "chemiepark", "hafen", "stadtwerke", "land-hessen", "land-bayern",
    "land-sachsen", "verband-anlagenbau", "verband-elektro", "normungsausschuss"))
TECHNOLOGIES = ("Wasserstoff", "Batterie", "Mikroelektronik", "Cloud", "Quanten", "Leichtbau", "Bioökonomie",
                "Photonik", "Robotik", "Kernfusion", "Solar", "Netze")

# One of each row makes a title.
TITLE_PARTS = (
    ("Aufbau", "Inbetriebnahme", "Demonstration", "Erweiterung", "Erprobung", "Zulassung", "Entwicklung",
     "Markteinführung", "Vernetzung", "Errichtung"),
    ("einer", "der ersten", "einer erweiterbaren", "einer länderübergreifenden", "der großtechnischen",
     "einer digitalen", "einer klimaneutralen"),
    ("Elektrolyseanlage", "Batteriezellfertigung", "Wasserstoffleitung", "Halbleiterfertigung", "Ladeinfrastruktur",
     "Dateninfrastruktur", "Direktreduktionsanlage", "Fertigungslinie", "Versuchsplattform", "Speicheranlage"),
    ("im industriellen Maßstab", "für die chemische Industrie", "mit Anschluss an das europäische Kernnetz",
     "unter realen Betriebsbedingungen", "im Rahmen der nationalen Strategie", "für mittelständische Unternehmen",
     "an mindestens drei Standorten in Deutschland", "gemeinsam mit den Ländern"),
    ("bis zum Ende des Förderzeitraums", "einschließlich Normung und Zulassung", "nach Abschluss der Vorstudie",
     "mit begleitender Forschung", ""),
)

# Name, unit, least and greatest value. "deutsch" and "verständlich" are decoys for the pattern of vague words.
INDICATORS = (
    ("Installierte Elektrolyseleistung", "MW", 10, 10000),
    ("Anteil erneuerbarer Energien am deutschen Strommix", "%", 20, 100),
    ("Jährliche Fertigungskapazität für Batteriezellen", "GWh/a", 1, 200),
    ("Anzahl öffentlicher Ladepunkte", "Stück", 100, 1000000),
    ("Gestehungskosten für grünen Wasserstoff", "EUR/kg", 2, 12),
    ("Technologiereifegrad der Pilotanlage", "TRL", 3, 9),
    ("Marktanteil europäischer Halbleiter", "%", 5, 20),
    ("Vermiedene Treibhausgasemissionen", "kt CO2-Äq./a", 1, 5000),
    ("Länge des Wasserstoff-Kernnetzes", "km", 50, 9700),
    ("Zahl der verständlich dokumentierten Normen", "Stück", 5, 500),
)

VAGUE_WORDS = ("substanziell", "deutlich", "spürbar", "signifikant", "wesentlich", "angemessen", "erheblich",
               "verstärkt")
VAGUE_SENTENCES = ("{Word} höherer Anteil am Strommix", "Die Kosten sinken {word}", "{Word}e Zunahme der Fertigung",
                   "Nachfrage wächst {word} bis 2030", "Emissionen werden {word} gesenkt")
