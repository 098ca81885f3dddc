"""What the tests of the rules share: the model, the example, edits of it, and a run of roadlint over the result.

The example is rules/example/: data that no rule has anything to say about. An edit is a path and a value, such as
`milestone[H2-M1].owner` and None; paths are those of the evidence in reports, and an element of a list may be named by
one of its fields as well: `goal[H2-1].assessments[aspect=attribution]`. Every edit tells which fields it
touches, by the names that `roadlint rules --format json` uses in `reads`: `milestone.owner`, `indicator.target.value`,
`policy.required_topics.goal`.
"""

import argparse
import contextlib
import copy
import dataclasses
import json
import pathlib
import re
import subprocess
import tempfile

import yaml

AS_OF = "2026-06-29"


def argument_parser(description):
    """The options that all tests of the rules take."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--roadlint", required=True, help="path of the binary")
    parser.add_argument("--rules", help="a folder of rules to run instead of the built-in ones")
    return parser


# ---- The model -----------------------------------------------------------------------------------------------------


@dataclasses.dataclass
class Field:
    """A field of an entity, record or policy. `kind` is `text`, `money`, ..., `enum`, `reference` or `record`."""

    kind: str
    of: str = ""  # the enumeration, or the entity that a reference leads to
    fields: dict = dataclasses.field(default_factory=dict)  # of a record
    prefix: str = ""  # what the names of a record's fields begin with
    is_list: bool = False
    is_optional: bool = False


@dataclasses.dataclass
class Shape:
    """What stands between the braces of an entity, record or policy."""

    name: str
    places: list
    fields: dict


class Model:
    """Enumerations, entities, records and policies of a model file."""

    TOKEN = re.compile(r"#[^\n]*|->|\"(?:[^\"\\]|\\.)*\"|[A-Za-z_][A-Za-z0-9_]*|[{}(),:?.]|\s+")

    def __init__(self, text):
        self.enums, self.entities, self.records, self.policies = {}, {}, {}, {}
        self.tokens = [token for token in self.TOKEN.findall(text) if not token.isspace() and token[0] != "#"]
        self.at = 0
        while self.at < len(self.tokens):
            self.read_item()
        self.references = {entity: set() for entity in self.entities}  # the names of the fields that lead to it
        for shape in (*self.entities.values(), *self.records.values(), *self.policies.values()):
            self.name_fields(shape.fields, shape.name)
        self.children = {}  # entity -> {word: child entity}, for the records that stand in a record
        for name, entity in self.entities.items():
            for place in entity.places:
                self.children.setdefault(place[0], {})[place[-1]] = name

    def take(self, expected=None):
        token = self.tokens[self.at]
        if expected is not None and token != expected:
            raise ValueError(f"model: expected `{expected}`, found `{token}` behind {self.tokens[self.at - 5:self.at]}")
        self.at += 1
        return token

    def accept(self, token):
        if self.at < len(self.tokens) and self.tokens[self.at] == token:
            self.at += 1
            return True
        return False

    def read_item(self):
        word, name = self.take(), self.take()
        if word == "enum":
            self.take("{")
            members = []
            while not self.accept("}"):
                members.append(self.take())
                while self.tokens[self.at + 1].startswith('"'):
                    self.at += 2  # what the member is called in a language: en "in progress"
                self.accept(",")
            self.enums[name] = members
        elif word == "entity":
            self.take("in")
            places = [self.read_place()]
            while self.accept(","):
                places.append(self.read_place())
            self.entities[name] = Shape(name, places, self.read_fields())
        elif word == "record":
            self.records[name] = Shape(name, [], self.read_fields())
        elif word == "policy":
            self.policies[name] = Shape(f"policy.{name}", [], self.read_fields())
        elif word != "model":
            raise ValueError(f"model: `{word}` begins no item")

    def read_place(self):
        words = [self.take()]
        while self.accept("."):
            words.append(self.take())
        return words

    def read_fields(self):
        fields = {}
        self.take("{")
        while not self.accept("}"):
            name = self.take()
            self.take(":")
            is_list = self.accept("list")
            fields[name] = self.read_type()
            fields[name].is_list = is_list
            fields[name].is_optional = self.accept("?")
            self.accept("responsible")
            self.accept(",")
        return fields

    def read_type(self):
        if self.tokens[self.at] == "{":
            return Field("record", fields=self.read_fields())
        if self.accept("->"):
            return Field("reference", of=self.take())
        name = self.take()
        if self.accept("("):
            self.take()
            self.take(")")
        return Field(name)

    def name_fields(self, fields, prefix):
        """Says of each field what kind it is, and what the names of the fields below it begin with."""
        for name, field in fields.items():
            if field.kind in self.enums:
                field.kind, field.of = "enum", field.kind
            elif field.kind in self.records:
                field.prefix, field.fields, field.kind = field.kind, self.records[field.kind].fields, "record"
            elif field.kind == "record" and not field.prefix:
                field.prefix = f"{prefix}.{name}"
                self.name_fields(field.fields, field.prefix)
            elif field.kind == "reference":
                self.references[field.of].add(f"{prefix}.{name}")

    def names_below(self, fields, prefix):
        """The names of all fields of a record and of the records in it."""
        found = set()
        for name, field in fields.items():
            found.add(f"{prefix}.{name}")
            if field.kind == "record":
                found |= self.names_below(field.fields, field.prefix)
        return found

    def names_of_entity(self, entity):
        """The names of the fields that a record touches when it comes or goes: its own and those of the records in it,
        the lists that it stands in, and the references to them all. The entities themselves are among them."""
        shape = self.entities[entity]
        found = {entity} | self.names_below(shape.fields, entity) | self.references[entity]
        found |= {".".join(place) for place in shape.places if place[0] in self.entities}
        for child in self.children.get(entity, {}).values():
            found |= self.names_of_entity(child)
        return found


# ---- The example ---------------------------------------------------------------------------------------------------


class TextLoader(yaml.SafeLoader):
    """Reads everything as text but true, false and null, as roadlint does: 2028-06 is no number, 1/6 no date."""

    def construct_mapping(self, node, deep=False):
        keys = [key.value for key, _ in node.value]
        for key in {key for key in keys if keys.count(key) > 1}:
            raise yaml.constructor.ConstructorError(None, None, f"the key `{key}` is there twice", node.start_mark)
        return super().construct_mapping(node, deep)


TextLoader.yaml_implicit_resolvers = {}
TextLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), "tf")
TextLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), ["n", "~", ""])


def read_yaml(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, TextLoader)


def read_example(folder):
    """The files of the example as one document; each roadmap becomes an element of `roadmaps`."""
    document = {"roadmaps": [], "register": {}, "policy": {}}
    for path in sorted(pathlib.Path(folder).glob("*.yaml")):
        content = read_yaml(path)
        for key, value in content.items():
            if key == "roadmap":
                document["roadmaps"].append(value)
            elif key in ("register", "policy"):
                document[key].update(value)
            else:
                document[key] = value
    return document


@dataclasses.dataclass
class Record:
    """A record of an entity, or a row of a policy, where it stands in a document."""

    shape: str  # `milestone`, `policy.required_topics`
    path: str  # `milestone[H2-M1]`, `roadmap[H2].funding[1]`, `policy.required_topics[0]`
    node: dict
    fields: dict
    holder: object = None  # the list that it stands in, if it does
    index: int = 0


def records_of(model, document):
    """All records of a document, each behind the record that it stands in."""
    found = []

    def collect(entity, holder, parent_path, word):
        nodes = holder.get(word)
        for index, node in enumerate(nodes if isinstance(nodes, list) else [nodes] if nodes else []):
            path = f"{entity}[{node['id']}]" if "id" in node else f"{parent_path}.{word}[{index}]"
            fields = model.entities[entity].fields
            found.append(Record(entity, path, node, fields, nodes if isinstance(nodes, list) else None, index))
            for child_word, child in model.children.get(entity, {}).items():
                collect(child, node, path, child_word)

    for name, entity in model.entities.items():
        for place in entity.places:
            if place[0] in model.entities:
                continue
            holder = document
            for word in place[:-1] if place[0] != "document" else []:
                holder = holder.get(word) or {}
            collect(name, holder, "", place[-1])
    for name, policy in model.policies.items():
        rows = document.get("policy", {}).get(name) or []
        for index, row in enumerate(rows):
            found.append(Record(policy.name, f"{policy.name}[{index}]", row, policy.fields, rows, index))
    return found


def data_mistakes(model, document):
    """The data rules that the loader must report for absent fields, ids used twice and references to nothing."""
    records = records_of(model, document)
    ids = {}
    found = set()
    for record in records:
        known = ids.setdefault(record.shape, set())
        for name, field in record.fields.items():
            if field.kind == "id":  # its own one, or a list of further ones
                own = record.node.get(name) or []
                own = set(own) if field.is_list else {own} if own else set()
                if own & known:
                    found.add("data-duplicate-id")
                known |= own

    def look(fields, node):
        for name, field in fields.items():
            value = node.get(name)
            is_blank = value is None or (isinstance(value, str) and not value.strip())
            if is_blank:
                if not field.is_optional and not field.is_list:
                    found.add("data-missing-field")
                continue
            for element in value if field.is_list and isinstance(value, list) else [value]:
                if field.kind == "reference" and element not in ids.get(field.of, set()):
                    found.add("data-dangling-reference")
                elif field.kind == "record" and isinstance(element, dict):
                    look(field.fields, element)

    for record in records:
        look(record.fields, record.node)
    return found


# ---- Edits ---------------------------------------------------------------------------------------------------------

HEAD = re.compile(r"policy\.([a-z_]+)|([a-z_]+)\[([^\]]+)\]")
STEP = re.compile(r"\.([a-z_]+)|\[(\d+|\+|[a-z_]+=[^\]]+)\]")


class BadPath(Exception):
    """A path of a case that leads nowhere."""


def change(model, document, path, value):
    """Sets, adds or, with None, removes what the path names. Returns the names of the fields that this touches."""
    head = HEAD.match(path)
    if not head:
        raise BadPath(f"{path}: begins neither with `ENTITY[ID]` nor with `policy.NAME`")
    steps = [step[0] or step[1] for step in STEP.findall(path[head.end():])]
    if "".join(f"[{step}]" if is_element(step) else f".{step}" for step in steps) != path[head.end():]:
        raise BadPath(f"{path}: not a path")
    if head[1]:
        if head[1] not in model.policies:
            raise BadPath(f"{path}: the model has no policy `{head[1]}`")
        policy = model.policies[head[1]]
        field = Field("record", fields=policy.fields, prefix=policy.name, is_list=True)
        holder, key = document["policy"], head[1]
        holder.setdefault(key, [])
    else:
        record = next((r for r in records_of(model, document) if r.path == f"{head[2]}[{head[3]}]"), None)
        if record is None:
            raise BadPath(f"{path}: the example has no such record")
        field = Field("record", fields=record.fields, prefix=record.shape, is_list=True)
        holder, key = record.holder, str(record.index)
        if holder is None:
            holder, key = {"": record.node}, ""
    name = ""  # of the field that the path has led to, "" for a record of an entity or a row of a policy
    for step in steps:
        holder = holder[place_of(holder, key, path)]
        key = step
        if is_element(step):
            continue
        if step in field.fields:
            name, field = f"{field.prefix}.{step}", field.fields[step]
        elif step in model.children.get(field.prefix, {}):
            name, child = f"{field.prefix}.{step}", model.children[field.prefix][step]
            field = Field("record", fields=model.entities[child].fields, prefix=child, is_list=True)
        else:
            raise BadPath(f"{path}: `{field.prefix}` has no field `{step}`")
        if field.is_list and step not in holder:
            holder[step] = []
    touched = touched_names(model, name, field, head[2])
    if isinstance(holder, list):
        if key == "+":
            holder.append(copy.deepcopy(value))
        elif value is None:
            del holder[place_of(holder, key, path)]
        else:
            holder[place_of(holder, key, path)] = copy.deepcopy(value)
    elif value is None:
        if holder.pop(key, None) in (None, []):
            raise BadPath(f"{path}: the example has nothing here to remove")
    else:
        holder[key] = copy.deepcopy(value)
    return touched


def touched_names(model, name, field, entity=""):
    """The names of the fields that an edit of a field touches: its own, and those of all that stands in it."""
    touched = {name} if name else set()
    if field.kind == "record" and field.prefix not in model.entities:
        touched |= model.names_below(field.fields, field.prefix)
    elif field.kind == "record":
        touched |= model.names_of_entity(field.prefix)
    elif field.kind == "id" and not field.is_list:  # one record goes and another one comes
        touched |= model.names_of_entity(entity)
    return touched


def is_element(step):
    """Whether a step of a path leads into a list: a number, `+`, or the field and value that tell the element."""
    return step.isdigit() or step == "+" or "=" in step


def place_of(holder, key, path):
    """The index or key of what stands in `holder`; what is not there cannot be entered."""
    if isinstance(holder, list):
        if "=" in key:
            field, value = key.split("=")
            key = next((str(index) for index, element in enumerate(holder) if element.get(field) == value), key)
        if not key.isdigit() or int(key) >= len(holder):
            raise BadPath(f"{path}: no element {key}")
        return int(key)
    if key not in holder:
        raise BadPath(f"{path}: the example has no `{key}` here")
    return key


# ---- Runs ----------------------------------------------------------------------------------------------------------


class Roadlint:
    """The program, the rules that it is to run, and a folder for what it reads."""

    def __init__(self, program, rules, folder):
        self.program = program
        self.rules = ["--rules", rules] if rules else []
        self.folder = pathlib.Path(folder)

    def output(self, arguments):
        result = subprocess.run([self.program, *arguments], capture_output=True, check=False)
        if result.returncode != 0:
            raise SystemExit(f"roadlint {' '.join(map(str, arguments))}\nended with {result.returncode}:\n"
                             + result.stderr.decode(errors="replace")[:4000])
        return json.loads(result.stdout)

    def rule_list(self):
        """Every rule by name, as `roadlint rules --format json` describes it; without those of the loader."""
        rules = self.output(["rules", "--format", "json", *self.rules])["rules"]
        return {rule["id"]: rule for rule in rules if rule["pack"]}  # others are checked by the program itself

    def check(self, *paths, as_of=AS_OF):
        return self.output(["check", *paths, *self.rules, "--as-of", as_of, "--format", "json", "--fail-on", "never",
                            "--threads", "1"])

    def check_document(self, document, as_of=AS_OF, before=None):
        """Checks a document, and compares it with an earlier version if there is one."""
        with self.written(document) as file:
            if before is None:
                return self.check(file.name, as_of=as_of)
            with self.written(before) as earlier:
                return self.check(file.name, "--before", earlier.name, as_of=as_of)

    @contextlib.contextmanager
    def written(self, document):
        """A file that holds a document for a while."""
        with tempfile.NamedTemporaryFile("w", suffix=".json", dir=self.folder, encoding="utf-8") as file:
            json.dump(document, file, ensure_ascii=False)
            file.flush()
            yield file


def outcomes_of(report, rule):
    """The findings of a rule as `violated H2-M1`, sorted."""
    return sorted(f"{f['outcome']} {f['subject']['id']}" for f in report["findings"] if f["rule"] == rule)


def unscoped_of(report):
    return {rule["id"]: rule["unscoped"] for rule in report["rules"]}


def unrelated_findings(report, rules, touched, mistakes):
    """Findings that an edit of the fields `touched` cannot explain. `mistakes` are the data rules that it breaks. What
    is said of a record that came or went is explained by that."""
    found = []
    for finding in report["findings"]:
        rule = finding["rule"]
        if rule.startswith("data-"):
            if rule not in mistakes:
                found.append(finding)
        elif not touched & set(rules[rule]["reads"]) and finding["subject"]["entity"] not in touched:
            found.append(finding)
    return found
