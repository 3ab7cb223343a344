/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-cockpit-party"

#include "cvn-cockpit-party.h"

#include "cvn-agreement-words.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

struct _CvnCockpitParty
{
  GObject parent_instance;

  char          *id;
  char          *name;
  char          *kind;
  gboolean       required;
  GArray        *history;   /* of CvnLadderDecision, in the order of entry */
  GArray        *rows;      /* of guint: where they stand in decisions */
  CvnTable      *decisions; /* the figure agreement-decisions */
  CvnLadderState state;
  CvnDate        state_date;
  const char    *document; /* of the last decision: its name, or "" when it is filed only; NULL when it is missing */
  gboolean       has_text; /* the agreement names its signed text */
  CvnDate        expected; /* when it will decide; year 0 when that is not known */
  gboolean       reached[CVN_N_RUNGS];
  CvnDate        dates[CVN_N_RUNGS];
  gint64         amount;
  gint64         hours; /* promised besides, or instead */
  gint64         invoiced;
  gint64         paid;
  gint64         overdue;
};

G_DEFINE_FINAL_TYPE (CvnCockpitParty, cvn_cockpit_party, G_TYPE_OBJECT)

static void
cvn_cockpit_party_finalize (GObject *object)
{
  CvnCockpitParty *self = CVN_COCKPIT_PARTY (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->kind);
  g_array_unref (self->history);
  g_array_unref (self->rows);
  g_clear_pointer (&self->decisions, cvn_table_unref);
  G_OBJECT_CLASS (cvn_cockpit_party_parent_class)->finalize (object);
}

static void
cvn_cockpit_party_class_init (CvnCockpitPartyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_cockpit_party_finalize;
}

static void
cvn_cockpit_party_init (CvnCockpitParty *self)
{
  self->history = g_array_new (FALSE, FALSE, sizeof (CvnLadderDecision));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* How far up a state is: a party that signed has decided and pledged too. -1 for states beside the ladder and below it. */
static int
get_height (CvnLadderState state)
{
  switch (state)
    {
    case CVN_LADDER_PLEDGED:
      return CVN_RUNG_PLEDGED;
    case CVN_LADDER_APPROVED:
      return CVN_RUNG_DECIDED;
    case CVN_LADDER_SIGNED:
    case CVN_LADDER_ENDED:
      return CVN_RUNG_SIGNED;
    case CVN_LADDER_NONE:
    case CVN_LADDER_INVITED:
    case CVN_LADDER_BEING_DECIDED:
    case CVN_LADDER_RECONSIDERING:
    case CVN_LADDER_DECLINED:
    case CVN_LADDER_WITHDRAWN:
    default:
      return -1;
    }
}

static void
read_decision (CvnCockpitParty *self,
               CvnTable        *decisions,
               guint            row,
               const CvnDate   *today)
{
  CvnLadderDecision decision = { 0 };
  const char       *iso = cvn_table_get_text (decisions, row, "date");
  int               height;

  if (!cvn_ladder_from_code (cvn_table_get_text (decisions, row, "status"), &decision.state, NULL))
    return;
  if (iso != NULL && !cvn_date_parse_iso (iso, &decision.date, NULL))
    decision.date = (CvnDate){ 0 };
  g_array_append_val (self->history, decision);
  g_array_append_val (self->rows, row);
  if (cvn_date_compare (&decision.date, today) > 0)
    return;
  height = get_height (decision.state);
  if (height >= 0 && decision.state != CVN_LADDER_ENDED)
    self->dates[height] = decision.date;
  if (decision.state == self->state && cvn_date_compare (&decision.date, &self->state_date) >= 0)
    {
      self->state_date = decision.date;
      self->document = cvn_table_get_text (decisions, row, "document");
      if (self->document == NULL && cvn_table_get_text (decisions, row, "attachment") != NULL)
        self->document = "";
      iso = cvn_table_get_text (decisions, row, "expected");
      if (iso == NULL || !cvn_date_parse_iso (iso, &self->expected, NULL))
        self->expected = (CvnDate){ 0 };
    }
}

static void
find_state (CvnCockpitParty *self,
            CvnTable        *decisions,
            const CvnDate   *today)
{
  guint n = cvn_table_get_n_rows (decisions);

  /* First the state, then what is known of the decision that made it. */
  for (int pass = 0; pass < 2; pass++)
    {
      g_array_set_size (self->history, 0);
      g_array_set_size (self->rows, 0);
      for (guint row = 0; row < n; row++)
        if (g_strcmp0 (cvn_table_get_text (decisions, row, "organisation"), self->id) == 0)
          read_decision (self, decisions, row, today);
      self->state = cvn_ladder_state_at ((const CvnLadderDecision *) (gpointer) self->history->data, self->history->len, today);
    }
  for (int rung = 0; rung < CVN_N_RUNGS; rung++)
    self->reached[rung] = get_height (self->state) >= rung;
}

/**
 * cvn_cockpit_party_new:
 * @parties: the figure agreement-parties
 * @decisions: the figure agreement-decisions
 * @today: the day on which its state is asked
 *
 * Returns: (transfer full): the party in row @row. Any thread.
 */
CvnCockpitParty *
cvn_cockpit_party_new (CvnTable      *parties,
                       guint          row,
                       CvnTable      *decisions,
                       const CvnDate *today,
                       CvnLanguage    language)
{
  CvnCockpitParty *self = g_object_new (CVN_TYPE_COCKPIT_PARTY, NULL);

  self->id = g_strdup (cvn_table_get_text (parties, row, "id"));
  self->name = g_strdup (cvn_table_get_text (parties, row, language == CVN_LANGUAGE_EN ? "label_en" : "label"));
  self->kind = g_strdup (cvn_table_get_text (parties, row, "sort"));
  self->required = cvn_table_get_integer (parties, row, "required") != 0;
  self->amount = cvn_table_get_integer (parties, row, "amount");
  self->hours = cvn_table_get_integer (parties, row, "hours");
  self->invoiced = cvn_table_get_integer (parties, row, "invoiced");
  self->paid = cvn_table_get_integer (parties, row, "paid");
  self->overdue = cvn_table_get_integer (parties, row, "overdue");
  self->has_text = cvn_table_get_integer (parties, row, "has_text") != 0;
  self->decisions = cvn_table_ref (decisions);
  find_state (self, decisions, today);
  return self;
}

/** cvn_cockpit_party_get_id: of the organisation. */
const char *
cvn_cockpit_party_get_id (CvnCockpitParty *self)
{
  return self->id;
}

/** cvn_cockpit_party_get_name: of the organisation, in the language of the interface. */
const char *
cvn_cockpit_party_get_name (CvnCockpitParty *self)
{
  return self->name;
}

/** cvn_cockpit_party_get_kind: (nullable): the code of the kind of organisation. */
const char *
cvn_cockpit_party_get_kind (CvnCockpitParty *self)
{
  return self->kind;
}

/** cvn_cockpit_party_is_required: whether the agreement needs it, because it signed the one before. */
gboolean
cvn_cockpit_party_is_required (CvnCockpitParty *self)
{
  return self->required;
}

/** cvn_cockpit_party_get_state: where it stands today. */
CvnLadderState
cvn_cockpit_party_get_state (CvnCockpitParty *self)
{
  return self->state;
}

/** cvn_cockpit_party_is_at_risk: whether it has not signed what it would pay for. */
gboolean
cvn_cockpit_party_is_at_risk (CvnCockpitParty *self)
{
  return !self->reached[CVN_RUNG_SIGNED] && self->amount != 0;
}

/**
 * cvn_cockpit_party_has_reached:
 * @date: (out) (optional): when, as far as that is known: year 0 when it is not
 *
 * Returns: whether it stands on @rung or above it
 */
gboolean
cvn_cockpit_party_has_reached (CvnCockpitParty *self,
                               CvnRung          rung,
                               CvnDate         *date)
{
  g_return_val_if_fail (rung < CVN_N_RUNGS, FALSE);

  if (date != NULL)
    *date = self->reached[rung] ? self->dates[rung] : (CvnDate){ 0 };
  return self->reached[rung];
}

/** cvn_cockpit_party_get_history: (transfer none): its decisions about the agreement in the order of entry. */
const CvnLadderDecision *
cvn_cockpit_party_get_history (CvnCockpitParty *self,
                               guint           *n_decisions)
{
  *n_decisions = self->history->len;
  return (const CvnLadderDecision *) (gpointer) self->history->data;
}

/** cvn_cockpit_party_get_hours: that it promised for the year. */
gint64
cvn_cockpit_party_get_hours (CvnCockpitParty *self)
{
  return self->hours;
}

/** cvn_cockpit_party_get_amount: cents of its commitments of the year. */
gint64
cvn_cockpit_party_get_amount (CvnCockpitParty *self)
{
  return self->amount;
}

/** cvn_cockpit_party_get_invoiced: cents of the instalments of them with an invoice that was sent. */
gint64
cvn_cockpit_party_get_invoiced (CvnCockpitParty *self)
{
  return self->invoiced;
}

/** cvn_cockpit_party_get_paid: cents of the instalments of them that were paid. */
gint64
cvn_cockpit_party_get_paid (CvnCockpitParty *self)
{
  return self->paid;
}

/** cvn_cockpit_party_get_overdue: cents of the instalments of them that are past their due date. */
gint64
cvn_cockpit_party_get_overdue (CvnCockpitParty *self)
{
  return self->overdue;
}

/** cvn_cockpit_party_lacks_document: whether its last decision is positive or a signature, and its text is not named. */
gboolean
cvn_cockpit_party_lacks_document (CvnCockpitParty *self)
{
  if (self->state == CVN_LADDER_SIGNED)
    return self->document == NULL && !self->has_text;
  return self->state == CVN_LADDER_APPROVED && self->document == NULL;
}

/** cvn_cockpit_party_get_document: (nullable): what the text of its last decision is called; "" when it is only filed, NULL without one. */
const char *
cvn_cockpit_party_get_document (CvnCockpitParty *self)
{
  return self->document;
}

/** cvn_cockpit_party_get_state_date: when it came to stand there, as far as that is known: year 0 when it is not. */
const CvnDate *
cvn_cockpit_party_get_state_date (CvnCockpitParty *self)
{
  return &self->state_date;
}

/** cvn_cockpit_party_get_expected: when it will decide; year 0 when that is not known. */
const CvnDate *
cvn_cockpit_party_get_expected (CvnCockpitParty *self)
{
  return &self->expected;
}

/** cvn_cockpit_party_dup_next_step: (transfer full) (nullable): translated: what to do next about it; NULL for nothing. */
char *
cvn_cockpit_party_dup_next_step (CvnCockpitParty *self,
                                 CvnLanguage      language)
{
  g_autofree char *day = NULL;

  if (self->reached[CVN_RUNG_SIGNED] && self->overdue > 0)
    return g_strdup (_("Remind of the payment"));
  if (self->expected.year == 0 || self->reached[CVN_RUNG_DECIDED])
    return g_strdup (cvn_ladder_get_next_step (self->state, !cvn_cockpit_party_lacks_document (self)));
  day = cvn_date_format_short (&self->expected, language);
  /* Translators: a day */
  return g_strdup_printf (_("Decides on %s"), day);
}

/** cvn_cockpit_party_dup_decision: (transfer full): by whom decision @i of its history was taken, and what was written about it; "" for nothing. */
char *
cvn_cockpit_party_dup_decision (CvnCockpitParty *self,
                                guint            i,
                                CvnLanguage      language)
{
  static const char *const columns[] = { "body", "document", "note" };
  guint                    row = g_array_index (self->rows, guint, i);
  const char              *iso = cvn_table_get_text (self->decisions, row, "expected");
  GString                 *line = g_string_new (NULL);
  CvnDate                  date;

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    {
      const char *text = cvn_table_get_text (self->decisions, row, columns[c]);

      if (text != NULL)
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
    }
  if (iso != NULL && cvn_date_parse_iso (iso, &date, NULL))
    {
      g_autofree char *day = cvn_date_format_short (&date, language);

      g_string_append (line, line->len > 0 ? " · " : "");
      g_string_append_printf (line, _("Decides on %s"), day);
    }
  return g_string_free (line, FALSE);
}

/** cvn_cockpit_party_dup_state: (transfer full): "Signed on 28 May 2019", or the state alone when its date is not known. */
char *
cvn_cockpit_party_dup_state (CvnCockpitParty *self,
                             CvnLanguage      language)
{
  const char      *label = cvn_ladder_get_label (self->state);
  g_autofree char *date = NULL;

  if (self->state == CVN_LADDER_NONE || self->state_date.year == 0)
    return g_strdup (label);
  date = cvn_date_format (&self->state_date, language);
  if (cvn_date_get_precision (&self->state_date) == CVN_DATE_DAY)
    /* Translators: the state of a party and a day: Signed on 28 May 2019 */
    return g_strdup_printf (_("%1$s on %2$s"), label, date);
  /* Translators: the state of a party and a month or year: Pledged in 2017 */
  return g_strdup_printf (_("%1$s in %2$s"), label, date);
}

/** cvn_cockpit_party_dup_money: (transfer full): in words, how much of the year's amount has come in. */
char *
cvn_cockpit_party_dup_money (CvnCockpitParty *self,
                             CvnLanguage      language)
{
  g_autofree char *overdue = cvn_money_format_euro (self->overdue, language);
  g_autofree char *open = cvn_money_format_euro (self->amount - self->paid, language);

  if (self->amount == 0 && self->paid == 0)
    return g_strdup (_("nothing due"));
  if (self->overdue > 0)
    return g_strdup_printf (_("%s overdue"), overdue);
  if (self->paid >= self->amount)
    return g_strdup (_("paid"));
  if (self->invoiced == 0 && self->paid == 0)
    return g_strdup (_("not invoiced yet"));
  return g_strdup_printf (_("%s open"), open);
}

/** cvn_cockpit_party_dup_sentence: (transfer full): all about it in one sentence, for who hears the row. */
char *
cvn_cockpit_party_dup_sentence (CvnCockpitParty *self,
                                CvnLanguage      language)
{
  g_autofree char *state = cvn_cockpit_party_dup_state (self, language);
  g_autofree char *amount = cvn_agreement_promise (self->amount, self->hours, language);
  g_autofree char *money = cvn_cockpit_party_dup_money (self, language);
  g_autofree char *step = cvn_cockpit_party_dup_next_step (self, language);

  if (step == NULL)
    /* Translators: a party, its state, an amount, and how much was paid: Katwijk: Signed on 28 May 2019, €29,624.79 this year, paid */
    return g_strdup_printf (_("%1$s: %2$s, %3$s this year, %4$s"), self->name, state, amount, money);
  /* Translators: a party, its state, an amount, how much was paid, and what to do next */
  return g_strdup_printf (_("%1$s: %2$s, %3$s this year, %4$s. Next step: %5$s"), self->name, state, amount, money, step);
}
