/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-booking-proposal"

#include "cvn-booking-proposal.h"

#include "cvn-booking-rule.h"
#include "cvn-date.h"
#include "cvn-figure-set.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

/* What is proposed; the amounts are in cents, the hours in minutes. The price comes last: with it the booking is complete. */
static const struct
{
  const char *field;
  const char *column;
} proposed[] = {
  { "minutes", "minutes" },
  { "cost", "cost" },
  { "net", "amount" },
};

struct _CvnBookingProposal
{
  GObject parent_instance;

  CvnCentre    *centre;
  CvnDraft     *draft;
  CvnFigureSet *figures;
  CvnValue      last[G_N_ELEMENTS (proposed)]; /* what was proposed, to know what was filled in by hand */
  int           row;                           /* of the price that holds; -1 for none */
  gboolean      proposing;
  gboolean      begun;
};

static const char *const figure_names[] = { "programme-prices", NULL };

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CvnBookingProposal, cvn_booking_proposal, G_TYPE_OBJECT)

static guint
get_field (CvnBookingProposal *self,
           const char         *name)
{
  return (guint) cvn_kind_find_field (cvn_draft_get_kind (self->draft), name);
}

static gboolean
covers (CvnTable   *table,
        guint       row,
        const char *day)
{
  CvnProgrammePrice price = { cvn_table_get_text (table, row, "date"), cvn_table_get_text (table, row, "valid_to"), 0, 0 };

  return price.valid_from == NULL || cvn_programme_price_find (&price, 1, day) != NULL;
}

/* The price of the programme on its day or, before that is known, today. */
static int
find_price (CvnBookingProposal *self)
{
  CvnTable   *table = cvn_figure_set_get (self->figures, "programme-prices");
  CvnRecord  *booking = cvn_draft_get_record (self->draft);
  const char *programme = cvn_record_get_text (booking, "programme");
  const char *date = cvn_record_get_text (booking, "date");

  for (guint row = 0; programme != NULL && row < cvn_table_get_n_rows (table); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, "programme"), programme) == 0 && covers (table, row, date != NULL ? date : cvn_centre_get_today (self->centre)))
      return (int) row;
  return -1;
}

/* What was filled in by hand stays. */
static void
propose (CvnBookingProposal *self,
         guint               i,
         const CvnValue     *value)
{
  guint           field = get_field (self, proposed[i].field);
  const CvnValue *there = cvn_record_get_value (cvn_draft_get_record (self->draft), field);

  if ((!cvn_value_is_none (there) && !cvn_value_equal (there, &self->last[i])) || cvn_value_equal (there, value))
    return;
  cvn_value_clear (&self->last[i]);
  cvn_value_copy (value, &self->last[i]);
  cvn_draft_set_value (self->draft, field, value);
}

/* What is asked for each head or hour is multiplied; nothing is proposed before it is known by how many. */
static gboolean
make_value (CvnBookingProposal *self,
            guint               i,
            CvnValue           *value)
{
  CvnTable       *table = cvn_figure_set_get (self->figures, "programme-prices");
  CvnRecord      *booking = cvn_draft_get_record (self->draft);
  const CvnValue *each = cvn_table_get (table, (guint) self->row, (guint) cvn_table_find_column (table, proposed[i].column));
  gint64          amount;

  if (cvn_value_is_none (each) || g_str_equal (proposed[i].field, "minutes"))
    {
      cvn_value_copy (each, value);
      return TRUE;
    }
  if (!cvn_programme_amount (cvn_table_get_text (table, (guint) self->row, "unit"), cvn_table_get_integer (table, (guint) self->row, proposed[i].column),
                             cvn_record_get_integer (booking, "participants"), cvn_record_get_integer (booking, "minutes"), &amount))
    return FALSE;
  cvn_value_set_integer (value, amount);
  return TRUE;
}

static void
update (CvnBookingProposal *self)
{
  if (self->proposing || !cvn_draft_is_new (self->draft) || !cvn_figure_set_is_loaded (self->figures))
    return;
  self->proposing = TRUE;
  self->row = find_price (self);
  for (guint i = 0; self->row >= 0 && i < G_N_ELEMENTS (proposed); i++)
    {
      g_auto (CvnValue) value = CVN_VALUE_INIT;

      if (make_value (self, i, &value))
        propose (self, i, &value);
    }
  self->proposing = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

/* A booking that somebody begins to fill in was requested, and today unless another day is said. */
static void
begin (CvnBookingProposal *self)
{
  CvnRecord *booking = cvn_draft_get_record (self->draft);
  g_auto (CvnValue) status = CVN_VALUE_INIT;
  g_auto (CvnValue) today = CVN_VALUE_INIT;

  if (cvn_record_has (booking, "requested_on") || (cvn_record_has (booking, "status") && g_strcmp0 (cvn_record_get_text (booking, "status"), "requested") != 0))
    return;
  cvn_value_set_text (&status, cvn_booking_state_get_code (CVN_BOOKING_REQUESTED));
  cvn_value_set_text (&today, cvn_centre_get_today (self->centre));
  cvn_draft_set_value (self->draft, get_field (self, "status"), &status);
  cvn_draft_set_value (self->draft, get_field (self, "requested_on"), &today);
}

static void
field_changed_cb (CvnBookingProposal *self,
                  guint               field)
{
  if (!self->begun && !self->proposing && cvn_draft_is_new (self->draft))
    {
      self->begun = TRUE;
      begin (self);
    }
  if (field == get_field (self, "programme") || field == get_field (self, "date") || field == get_field (self, "participants") || field == get_field (self, "minutes"))
    update (self);
}

static void
cvn_booking_proposal_dispose (GObject *object)
{
  CvnBookingProposal *self = CVN_BOOKING_PROPOSAL (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->draft);
  g_clear_object (&self->centre);
  for (guint i = 0; i < G_N_ELEMENTS (self->last); i++)
    cvn_value_clear (&self->last[i]);
  G_OBJECT_CLASS (cvn_booking_proposal_parent_class)->dispose (object);
}

static void
cvn_booking_proposal_class_init (CvnBookingProposalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_booking_proposal_dispose;
  changed_signal = g_signal_new ("changed", CVN_TYPE_BOOKING_PROPOSAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_booking_proposal_init (CvnBookingProposal *self)
{
  self->row = -1;
}

/** cvn_booking_proposal_new: (transfer full): for the @draft of a new booking. Main thread. */
CvnBookingProposal *
cvn_booking_proposal_new (CvnCentre *centre,
                          CvnDraft  *draft)
{
  CvnBookingProposal *self = g_object_new (CVN_TYPE_BOOKING_PROPOSAL, NULL);

  self->centre = g_object_ref (centre);
  self->draft = g_object_ref (draft);
  self->figures = cvn_figure_set_new (centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "field-changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** cvn_booking_proposal_dup_text: (transfer full) (nullable): what the price is and from when it holds; NULL before a programme is chosen. */
char *
cvn_booking_proposal_dup_text (CvnBookingProposal *self)
{
  CvnTable        *table = self->row >= 0 ? cvn_figure_set_get (self->figures, "programme-prices") : NULL;
  const char      *from = table != NULL ? cvn_table_get_text (table, (guint) self->row, "date") : NULL;
  g_autofree char *price = NULL;
  g_autofree char *day = NULL;
  CvnDate          date;

  if (table == NULL || (guint) self->row >= cvn_table_get_n_rows (table))
    return NULL;
  price = cvn_money_format_euro (cvn_table_get_integer (table, (guint) self->row, "amount"), cvn_interface_language ());
  if (from == NULL || !cvn_date_parse_iso (from, &date, NULL))
    return g_strdup_printf (_("The price of the programme is %s."), price);
  day = cvn_date_format (&date, cvn_interface_language ());
  return g_strdup_printf (_("The price on that day is %1$s; it holds from %2$s."), price, day);
}
