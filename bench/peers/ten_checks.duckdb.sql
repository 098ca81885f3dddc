-- The ten checks in DuckDB. The two words in braces are replaced: by the list of data files, and by the size of the
-- largest with room to spare. Columns are declared, so that nothing is guessed; arrays come as JSON and are taken apart
-- after unnest. Fields that may hold the wrong type stay JSON. The last statement gives the findings.

CREATE TEMP TABLE document AS
  SELECT * FROM read_json({files}, format = 'unstructured', maximum_object_size = {object_bytes},
                          columns = {programmes: 'JSON[]', roadmaps: 'JSON[]', funding: 'JSON[]'});

CREATE TEMP TABLE programme AS
  SELECT unnest(json_transform(record, '{"id": "VARCHAR", "kind": "VARCHAR", "total_eur": "BIGINT"}'))
  FROM (SELECT unnest(programmes) AS record FROM document);

CREATE TEMP TABLE funding AS
  SELECT unnest(json_transform(record, '{"id": "VARCHAR", "programme": "VARCHAR", "project_ref": "VARCHAR",
    "roadmap": "VARCHAR", "milestone": "VARCHAR", "amount_eur": "BIGINT", "counted": "BOOLEAN"}'))
  FROM (SELECT unnest(funding) AS record FROM document);

CREATE TEMP TABLE roadmap AS
  SELECT unnest(json_transform(record, '{"goals": [{"id": "VARCHAR"}], "measures": [{"id": "VARCHAR"}],
    "milestones": [{"id": "VARCHAR", "goal": "VARCHAR", "owner": "JSON", "due": "DATE",
      "target": {"indicator": "VARCHAR", "value": "JSON", "unit": "JSON", "baseline": "JSON"},
      "measures": ["VARCHAR"], "depends_on": ["VARCHAR"]}]}'))
  FROM (SELECT unnest(roadmaps) AS record FROM document);

CREATE TEMP TABLE milestone AS SELECT unnest(record) FROM (SELECT unnest(milestones) AS record FROM roadmap);
CREATE TEMP TABLE goal AS SELECT record.id FROM (SELECT unnest(goals) AS record FROM roadmap);
CREATE TEMP TABLE measure AS SELECT record.id FROM (SELECT unnest(measures) AS record FROM roadmap);
CREATE TEMP TABLE dependency AS SELECT id, due, unnest(depends_on) AS needed FROM milestone;

CREATE MACRO is_blank(field) AS
  coalesce(json_type(field), 'NULL') <> 'VARCHAR' OR trim(field ->> '$', E' \t\n\r\f\v') = '';
CREATE MACRO is_number(field) AS coalesce(json_type(field), 'NULL') IN ('UBIGINT', 'BIGINT', 'DOUBLE');

-- Every cycle has an edge to an id that is not smaller, and few edges lead there. On a cycle is what can be reached
-- from the end of such an edge and leads to its start.
CREATE TEMP TABLE rising AS SELECT DISTINCT id AS first, needed AS second FROM dependency WHERE needed >= id;
CREATE TEMP TABLE ahead AS
  WITH RECURSIVE reached AS (
    SELECT first, second, second AS node FROM rising
    UNION
    SELECT r.first, r.second, d.needed FROM reached r JOIN dependency d ON d.id = r.node)
  SELECT * FROM reached;
CREATE TEMP TABLE behind AS
  SELECT a.first, a.second, d.needed AS node, d.id AS previous FROM ahead a JOIN dependency d ON d.id = a.node;
CREATE TEMP TABLE on_cycle AS
  WITH RECURSIVE reached AS (
    SELECT first, second, first AS node FROM ahead WHERE node = first
    UNION
    SELECT r.first, r.second, b.previous
    FROM reached r JOIN behind b ON b.first = r.first AND b.second = r.second AND b.node = r.node)
  SELECT DISTINCT node FROM reached;

SELECT DISTINCT 'C1' AS "check", id AS key FROM milestone WHERE is_blank(owner)
UNION ALL
SELECT DISTINCT 'C2', id FROM milestone
  WHERE NOT is_number(target."value") OR NOT is_number(target.baseline) OR is_blank(target.unit)
UNION ALL
SELECT DISTINCT 'C3', id FROM milestone m
  WHERE NOT EXISTS (FROM funding f WHERE f.milestone = m.id AND f.amount_eur > 0)
UNION ALL
SELECT 'C4', f.programme || '|' || f.project_ref FROM funding f JOIN programme p ON p.id = f.programme
  WHERE f.counted AND p.kind = 'IPCEI'
  GROUP BY f.programme, f.project_ref HAVING min(f.roadmap) <> max(f.roadmap)
UNION ALL
SELECT DISTINCT 'C5', d.id FROM dependency d JOIN milestone m ON m.id = d.needed WHERE d.due < m.due
UNION ALL
SELECT 'C6', p.id FROM programme p
  JOIN (SELECT programme, sum(amount_eur) AS spent FROM funding WHERE counted GROUP BY programme) s
    ON s.programme = p.id
  WHERE s.spent > p.total_eur
UNION ALL
SELECT 'C7', id FROM milestone GROUP BY id HAVING count(*) > 1
UNION ALL
SELECT DISTINCT 'C8', id FROM milestone
  WHERE regexp_matches(target.indicator,
    'substanziell|deutlich|spürbar|signifikant|wesentlich|angemessen|erheblich|verstärkt', 'i')
UNION ALL
SELECT DISTINCT 'C9', id || '|depends_on|' || needed FROM dependency d
  WHERE NOT EXISTS (FROM milestone m WHERE m.id = d.needed)
UNION ALL
SELECT DISTINCT 'C9', id || '|measures|' || used FROM (SELECT id, unnest(measures) AS used FROM milestone) m
  WHERE NOT EXISTS (FROM measure WHERE measure.id = m.used)
UNION ALL
SELECT DISTINCT 'C9', id || '|goal|' || goal FROM milestone m WHERE NOT EXISTS (FROM goal g WHERE g.id = m.goal)
UNION ALL
SELECT DISTINCT 'C9', id || '|programme|' || programme FROM funding f
  WHERE NOT EXISTS (FROM programme p WHERE p.id = f.programme)
UNION ALL
SELECT 'C10', node FROM on_cycle;
