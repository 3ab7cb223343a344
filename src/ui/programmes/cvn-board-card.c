/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-board-card"

#include "cvn-board-card.h"

#include "cvn-centre.h"
#include "cvn-date.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

struct _CvnBoardCard
{
  GObject parent_instance;

  CvnTable *table;
  guint     row;
};

G_DEFINE_FINAL_TYPE (CvnBoardCard, cvn_board_card, G_TYPE_OBJECT)

static void
cvn_board_card_finalize (GObject *object)
{
  cvn_table_unref (CVN_BOARD_CARD (object)->table);
  G_OBJECT_CLASS (cvn_board_card_parent_class)->finalize (object);
}

static void
cvn_board_card_class_init (CvnBoardCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_board_card_finalize;
}

static void
cvn_board_card_init (CvnBoardCard *self)
{
}

/** cvn_board_card_new: (transfer full): for a row of the figure booking-board. */
CvnBoardCard *
cvn_board_card_new (CvnTable *table,
                    guint     row)
{
  CvnBoardCard *self = g_object_new (CVN_TYPE_BOARD_CARD, NULL);

  self->table = cvn_table_ref (table);
  self->row = row;
  return self;
}

/** cvn_board_card_get_id: of the booking; owned by the card, as all texts here. */
const char *
cvn_board_card_get_id (CvnBoardCard *self)
{
  return cvn_table_get_text (self->table, self->row, "id");
}

static const char *
get_word (CvnBoardCard *self,
          const char   *nl,
          const char   *en)
{
  const char *text = cvn_table_get_text (self->table, self->row, cvn_interface_language () == CVN_LANGUAGE_EN ? en : nl);

  return text != NULL ? text : "";
}

/** cvn_board_card_get_name: who booked. */
const char *
cvn_board_card_get_name (CvnBoardCard *self)
{
  return get_word (self, "label", "label_en");
}

/** cvn_board_card_get_programme: what was booked. */
const char *
cvn_board_card_get_programme (CvnBoardCard *self)
{
  return get_word (self, "programme", "programme_en");
}

/** cvn_board_card_get_state: where the booking stands. */
CvnBookingState
cvn_board_card_get_state (CvnBoardCard *self)
{
  CvnBookingState state = CVN_BOOKING_REQUESTED;

  cvn_booking_state_from_code (cvn_table_get_text (self->table, self->row, "stage"), &state);
  return state;
}

/** cvn_board_card_has_expired: whether its quote does not hold any more. */
gboolean
cvn_board_card_has_expired (CvnBoardCard *self)
{
  return cvn_table_get_integer (self->table, self->row, "expired") != 0;
}

static char *
format_day (CvnBoardCard *self,
            const char   *column)
{
  const char *iso = cvn_table_get_text (self->table, self->row, column);
  CvnDate     date;

  if (iso == NULL || !cvn_date_parse_iso (iso, &date, NULL))
    return g_strdup ("");
  return cvn_date_format_short (&date, cvn_interface_language ());
}

/** cvn_board_card_dup_detail: the day of the booking and what it costs. */
char *
cvn_board_card_dup_detail (CvnBoardCard *self)
{
  g_autofree char *day = format_day (self, "date");
  gint64           cents = cvn_table_get_integer (self->table, self->row, "amount");
  g_autofree char *amount = cents % 100 == 0 ? cvn_money_format_euro_short (cents, cvn_interface_language ()) : cvn_money_format_euro (cents, cvn_interface_language ());

  /* Translators: the day of a booking, and its amount */
  return g_strdup_printf (_("%1$s · %2$s"), day, amount);
}

/** cvn_board_card_dup_moves: when it came to each state that it has passed, or is in: “Requested 2 Jan 2020 · Quoted 5 Jan 2020”. */
char *
cvn_board_card_dup_moves (CvnBoardCard *self)
{
  static const char *const columns[CVN_BOOKING_N_STATES] = {
    [CVN_BOOKING_REQUESTED] = "requested_on",
    [CVN_BOOKING_QUOTED] = "quoted_on",
    [CVN_BOOKING_CONFIRMED] = "confirmed_on",
    [CVN_BOOKING_DELIVERED] = "delivered_on",
    [CVN_BOOKING_INVOICED] = "invoiced_on",
    [CVN_BOOKING_PAID] = "paid_on",
    [CVN_BOOKING_CANCELLED] = "cancelled_on",
  };
  GString *moves = g_string_new (NULL);

  for (guint i = 0; i < CVN_BOOKING_N_STATES; i++)
    {
      g_autofree char *day = format_day (self, columns[i]);
      /* Translators: a state of a booking, and the day on which it came there */
      g_autofree char *move = g_strdup_printf (_("%1$s %2$s"), cvn_booking_state_get_label ((CvnBookingState) i), day);

      if (*day != '\0')
        g_string_append_printf (moves, "%s%s", moves->len > 0 ? " · " : "", move);
    }
  return g_string_free (moves, FALSE);
}

/** cvn_board_card_dup_day: the day of the booking. */
char *
cvn_board_card_dup_day (CvnBoardCard *self)
{
  return format_day (self, "date");
}

/** cvn_board_card_dup_amount: what it costs who booked, without VAT. */
char *
cvn_board_card_dup_amount (CvnBoardCard *self)
{
  return cvn_money_format_euro (cvn_table_get_integer (self->table, self->row, "amount"), cvn_interface_language ());
}

/** cvn_board_card_dup_margin: what is left when the provider has been paid; nothing where its cost is not known. */
char *
cvn_board_card_dup_margin (CvnBoardCard *self)
{
  int column = cvn_table_find_column (self->table, "margin");

  if (column < 0 || cvn_value_is_none (cvn_table_get (self->table, self->row, (guint) column)))
    return g_strdup ("");
  return cvn_money_format_euro (cvn_table_get_integer (self->table, self->row, "margin"), cvn_interface_language ());
}

/* 240 of 600 minutes are left: in hours where they are whole. */
static char *
describe_hours (gint64 left,
                gint64 booked)
{
  if (left < 0)
    return g_strdup_printf (_("%lld minutes more than booked"), (long long) -left);
  if (left % 60 == 0 && booked % 60 == 0)
    return g_strdup_printf (_("%1$lld of %2$lld hours left"), (long long) left / 60, (long long) booked / 60);
  return g_strdup_printf (_("%1$lld of %2$lld minutes left"), (long long) left, (long long) booked);
}

/** cvn_board_card_dup_warning: (nullable): that its quote has expired or until when it holds, or what is left of its hours. */
char *
cvn_board_card_dup_warning (CvnBoardCard *self)
{
  CvnBookingState  state = cvn_board_card_get_state (self);
  gint64           booked = cvn_table_get_integer (self->table, self->row, "minutes");
  g_autofree char *until = format_day (self, "valid_until");

  if (state == CVN_BOOKING_QUOTED && *until != '\0')
    return g_strdup_printf (cvn_board_card_has_expired (self) ? _("Quote expired on %s") : _("Quote valid until %s"), until);
  if (booked > 0 && (state == CVN_BOOKING_CONFIRMED || state == CVN_BOOKING_DELIVERED))
    return describe_hours (booked - cvn_table_get_integer (self->table, self->row, "delivered"), booked);
  return NULL;
}

/** cvn_board_card_dup_sentence: all that the card says, for who cannot see it. */
char *
cvn_board_card_dup_sentence (CvnBoardCard *self)
{
  g_autofree char *detail = cvn_board_card_dup_detail (self);
  g_autofree char *warning = cvn_board_card_dup_warning (self);

  /* Translators: who booked, what, the state of the booking, its day and amount, and that its quote expired or nothing */
  return g_strdup_printf (_("%1$s: %2$s, %3$s, %4$s. %5$s"), cvn_board_card_get_name (self), cvn_board_card_get_programme (self),
                          cvn_booking_state_get_label (cvn_board_card_get_state (self)), detail, warning != NULL ? warning : "");
}
