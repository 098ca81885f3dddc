// See waiver_findings.hpp.
#include "gate/waiver_findings.hpp"

#include "gate/waivers.hpp"
#include "values/calendar.hpp"

namespace roadlint::gate {
namespace {

/// The catalogue's check G06: every waiver has reason, approver, date and expiry, and none is expired.
const Basis basis_of_waivers = {"CATALOGUE", "G06", false};

engine::RuleAccount rule(std::string id, std::string title_en, std::string title_de) {
  engine::RuleAccount account;
  account.id = std::move(id);
  account.title.set("en", std::move(title_en));
  account.title.set("de", std::move(title_de));
  account.basis = {basis_of_waivers};
  account.severity = Severity::warning;
  return account;
}

struct Sentence {
  std::string en;
  std::string de;
};

LocalizedText localized(Sentence sentence) {
  LocalizedText text;
  text.set("en", std::move(sentence.en));
  text.set("de", std::move(sentence.de));
  return text;
}

/// "of milestone-owner for KI-WI4".
Sentence object_of(const engine::Waiver& waiver, const WaiverFacts& facts) {
  if (facts.subject.empty()) return {"of " + waiver.rule, "von " + waiver.rule};
  return {"of " + waiver.rule + " for " + facts.subject, "von " + waiver.rule + " für " + facts.subject};
}

Sentence message_of(WaiverFault fault, const engine::Waiver& waiver, const WaiverFacts& facts) {
  const Sentence object = object_of(waiver, facts);
  const std::string en = "The waiver " + object.en;
  const std::string de = "Die Ausnahme " + object.de;
  const std::string days = std::to_string(facts.days_left);
  switch (fault) {
    case WaiverFault::expired:
      return {en + " expired on " + date_text(waiver.expires, "en") + ".",
              de + " ist am " + date_text(waiver.expires, "de") + " abgelaufen."};
    case WaiverFault::expires_soon:
      if (facts.days_left == 0) {
        return {en + " expires today.", de + " läuft heute ab."};
      }
      return {en + " expires on " + date_text(waiver.expires, "en") + ", in " + days +
                  (facts.days_left == 1 ? " day." : " days."),
              de + " läuft am " + date_text(waiver.expires, "de") + " ab, in " + days +
                  (facts.days_left == 1 ? " Tag." : " Tagen.")};
    case WaiverFault::unapproved:
      if (!waiver.approver.empty()) {
        return {en + " does not say when it was allowed.", de + " sagt nicht, wann sie erteilt wurde."};
      }
      if (!waiver.date.empty()) {
        return {en + " does not say who allowed it.", de + " sagt nicht, wer sie erteilt hat."};
      }
      return {en + " does not say who allowed it, and when.", de + " sagt nicht, wer sie wann erteilt hat."};
    case WaiverFault::unused:
      return {en + " covers no finding.", de + " betrifft keinen Befund."};
  }
  return {};
}

Sentence help_of(WaiverFault fault, const engine::Waiver& waiver, const WaiverFacts& facts) {
  switch (fault) {
    case WaiverFault::expired:
    case WaiverFault::expires_soon:
      return {"Mend the finding and remove the waiver, or have it renewed.",
              "Den Befund beheben und die Ausnahme entfernen, oder sie verlängern lassen."};
    case WaiverFault::unapproved:
      if (waiver.is_comment) {
        return {"Write `by WHOM` and `on DAY` before `because`.", "Vor `because` `by WER` und `on TAG` angeben."};
      }
      if (!waiver.approver.empty()) return {"Write `date:`.", "Unter `date:` angeben, wann sie erteilt wurde."};
      if (!waiver.date.empty()) return {"Write `approver:`.", "Unter `approver:` angeben, wer sie erteilt hat."};
      return {"Write `approver:` and `date:`.", "Unter `approver:` und `date:` angeben, wer sie wann erteilt hat."};
    case WaiverFault::unused:
      if (!facts.similar_subject.empty()) {
        return {"The rule has a finding for `" + facts.similar_subject + "`; is that meant?",
                "Die Regel hat einen Befund zu `" + facts.similar_subject + "`; ist der gemeint?"};
      }
      if (waiver.is_comment) {
        return {"It is about the record that the next value stands in. Remove it, if the finding is mended.",
                "Sie gilt für den Eintrag, in dem der nächste Wert steht. Entfernen, wenn der Befund behoben ist."};
      }
      return {"Remove it, if the finding is mended.", "Sie entfernen, wenn der Befund behoben ist."};
  }
  return {};
}

}  // namespace

const std::vector<engine::RuleAccount>& waiver_rules() {
  static const std::vector<engine::RuleAccount> rules = {
      rule("waiver-expired", "No waiver has expired", "Keine Ausnahme ist abgelaufen"),
      rule("waiver-expires-soon", "No waiver is about to expire", "Keine Ausnahme läuft demnächst ab"),
      rule("waiver-unapproved", "A waiver says who allowed it, and when",
           "Eine Ausnahme sagt, wer sie wann erteilt hat"),
      rule("waiver-unused", "A waiver covers a finding", "Eine Ausnahme betrifft einen Befund"),
  };
  return rules;
}

engine::Finding waiver_finding(WaiverFault fault, const engine::Waiver& waiver, const WaiverFacts& facts,
                               engine::Fingerprints& fingerprints) {
  const engine::RuleAccount& account = waiver_rules()[static_cast<std::size_t>(fault)];
  engine::Finding finding;
  finding.rule = account.id;
  finding.title = account.title;
  finding.basis = account.basis;
  finding.severity = account.severity;
  finding.message = localized(message_of(fault, waiver, facts));
  finding.help = localized(help_of(fault, waiver, facts));
  finding.subject = {"waiver", facts.subject.empty() ? waiver.rule : waiver.rule + "|" + facts.subject};
  finding.span = waiver.span;
  finding.record = waiver.span;
  if (fault == WaiverFault::expired || fault == WaiverFault::expires_soon) {
    finding.evidence.push_back({"waiver.expires", waiver.expires, waiver.expires_span});
  }
  finding.fingerprint = fingerprints.next({finding.rule, finding.subject.entity, finding.subject.id});
  return finding;
}

}  // namespace roadlint::gate
