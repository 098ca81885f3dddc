-- The ten checks for the sqlite3 shell; `document` holds the text of each data file. Prints CHECK<TAB>key.
-- Each record is taken apart once; joins go through indexes and primary keys.

CREATE TEMP TABLE programme(id TEXT PRIMARY KEY, kind TEXT, total INTEGER) WITHOUT ROWID;
INSERT INTO programme
  SELECT p.value ->> 'id', p.value ->> 'kind', p.value ->> 'total_eur'
  FROM document, json_each(document.text, '$.programmes') p;

CREATE TEMP TABLE funding AS
  SELECT f.value ->> 'id' AS id, f.value ->> 'programme' AS programme, f.value ->> 'project_ref' AS project,
         f.value ->> 'roadmap' AS roadmap, f.value ->> 'milestone' AS milestone, f.value ->> 'amount_eur' AS amount,
         f.value ->> 'counted' AS counted
  FROM document, json_each(document.text, '$.funding') f;

CREATE TEMP TABLE roadmap AS
  SELECT r.value -> 'goals' AS goals, r.value -> 'measures' AS measures, r.value -> 'milestones' AS milestones
  FROM document, json_each(document.text, '$.roadmaps') r;

CREATE TEMP TABLE milestone AS
  SELECT m.value ->> 'id' AS id, m.value ->> 'goal' AS goal, m.value ->> 'due' AS due, m.value ->> 'owner' AS owner,
         m.value ->> '$.target.indicator' AS indicator, m.value ->> '$.target.unit' AS unit,
         json_type(m.value, '$.target.value') AS value_type, json_type(m.value, '$.target.baseline') AS baseline_type,
         m.value -> 'measures' AS measures, m.value -> 'depends_on' AS depends_on
  FROM roadmap, json_each(roadmap.milestones) m;
CREATE INDEX temp.milestone_by_id ON milestone(id, due);

CREATE TEMP TABLE goal(id TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO goal SELECT g.value ->> 'id' FROM roadmap, json_each(roadmap.goals) g;
CREATE TEMP TABLE measure(id TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO measure SELECT m.value ->> 'id' FROM roadmap, json_each(roadmap.measures) m;
CREATE TEMP TABLE dependency AS
  SELECT m.id, m.due, d.value AS needed FROM milestone m, json_each(m.depends_on) d;

SELECT DISTINCT 'C1', id FROM milestone
  WHERE owner IS NULL OR typeof(owner) <> 'text' OR trim(owner, char(9, 10, 11, 12, 13, 32)) = '';

SELECT DISTINCT 'C2', id FROM milestone
  WHERE coalesce(value_type, '') NOT IN ('integer', 'real') OR coalesce(baseline_type, '') NOT IN ('integer', 'real')
     OR unit IS NULL OR typeof(unit) <> 'text' OR trim(unit, char(9, 10, 11, 12, 13, 32)) = '';

CREATE TEMP TABLE funded(id TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT OR IGNORE INTO funded SELECT milestone FROM funding WHERE amount > 0;
SELECT DISTINCT 'C3', id FROM milestone WHERE id NOT IN (SELECT id FROM funded);

SELECT 'C4', f.programme || '|' || f.project FROM funding f JOIN programme p ON p.id = f.programme
  WHERE f.counted AND p.kind = 'IPCEI'
  GROUP BY f.programme, f.project HAVING min(f.roadmap) <> max(f.roadmap);

SELECT DISTINCT 'C5', d.id FROM dependency d JOIN milestone m ON m.id = d.needed WHERE d.due < m.due;

SELECT 'C6', p.id FROM (SELECT programme, sum(amount) AS spent FROM funding WHERE counted GROUP BY programme) s
  JOIN programme p ON p.id = s.programme WHERE s.spent > p.total;

SELECT 'C7', id FROM milestone GROUP BY id HAVING count(*) > 1;

-- LIKE folds only the letters of ASCII: an umlaut may be written large or small.
SELECT DISTINCT 'C8', id FROM milestone
  WHERE indicator LIKE '%substanziell%' OR indicator LIKE '%deutlich%' OR indicator LIKE '%signifikant%'
     OR indicator LIKE '%wesentlich%' OR indicator LIKE '%angemessen%' OR indicator LIKE '%erheblich%'
     OR indicator LIKE '%spürbar%' OR indicator LIKE '%spÜrbar%'
     OR indicator LIKE '%verstärkt%' OR indicator LIKE '%verstÄrkt%';

SELECT DISTINCT 'C9', id || '|depends_on|' || needed FROM dependency d
  WHERE NOT EXISTS (SELECT 1 FROM milestone m WHERE m.id = d.needed);
SELECT DISTINCT 'C9', m.id || '|measures|' || used.value FROM milestone m, json_each(m.measures) used
  WHERE NOT EXISTS (SELECT 1 FROM measure WHERE measure.id = used.value);
SELECT DISTINCT 'C9', id || '|goal|' || goal FROM milestone m
  WHERE NOT EXISTS (SELECT 1 FROM goal WHERE goal.id = m.goal);
SELECT 'C9', id || '|programme|' || programme FROM funding f
  WHERE NOT EXISTS (SELECT 1 FROM programme p WHERE p.id = f.programme);

-- Every cycle has an edge to an id that is not smaller, and few edges lead there. On a cycle is what can be reached
-- from the end of such an edge and leads to its start.
CREATE INDEX temp.dependency_by_id ON dependency(id, needed);
CREATE TEMP TABLE rising AS SELECT DISTINCT id AS first, needed AS second FROM dependency WHERE needed >= id;
CREATE TEMP TABLE ahead(first, second, node, PRIMARY KEY(first, second, node)) WITHOUT ROWID;
WITH RECURSIVE reached(first, second, node) AS (
    SELECT first, second, second FROM rising
    UNION
    SELECT r.first, r.second, d.needed FROM reached r JOIN dependency d ON d.id = r.node)
  INSERT INTO ahead SELECT * FROM reached;
CREATE TEMP TABLE behind AS
  SELECT a.first, a.second, d.needed AS node, d.id AS previous
  FROM ahead a JOIN dependency d ON d.id = a.node;
CREATE INDEX temp.behind_by_node ON behind(first, second, node, previous);
WITH RECURSIVE reached(first, second, node) AS (
    SELECT first, second, first FROM ahead WHERE node = first
    UNION
    SELECT r.first, r.second, b.previous
    FROM reached r JOIN behind b ON b.first = r.first AND b.second = r.second AND b.node = r.node)
  SELECT DISTINCT 'C10', node FROM reached;
