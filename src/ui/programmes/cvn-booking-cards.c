/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-booking-cards"

#include "cvn-booking-cards.h"

#include <gio/gio.h>
#include <string.h>

struct _CvnBookingCards
{
  GObject parent_instance;

  int       state;
  guint     step;    /* how many cards come at a time; 0: all at once */
  guint     n_shown; /* of the rows that were found */
  CvnTable *table;
  GArray   *rows; /* of guint: those of the table that were found */
  gint64    cents;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CvnBookingCards, cvn_booking_cards, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return CVN_TYPE_BOARD_CARD;
}

static guint
get_n_items (GListModel *model)
{
  return CVN_BOOKING_CARDS (model)->n_shown;
}

/* A card is two words; it is made when it is looked at. */
static gpointer
get_item (GListModel *model,
          guint       place)
{
  CvnBookingCards *self = CVN_BOOKING_CARDS (model);

  return place < self->n_shown ? cvn_board_card_new (self->table, g_array_index (self->rows, guint, place)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
cvn_booking_cards_finalize (GObject *object)
{
  CvnBookingCards *self = CVN_BOOKING_CARDS (object);

  g_clear_pointer (&self->table, cvn_table_unref);
  g_array_unref (self->rows);
  G_OBJECT_CLASS (cvn_booking_cards_parent_class)->finalize (object);
}

static void
cvn_booking_cards_class_init (CvnBookingCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_booking_cards_finalize;
}

static void
cvn_booking_cards_init (CvnBookingCards *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * cvn_booking_cards_new:
 * @state: a CvnBookingState, or %CVN_BOOKING_CARDS_ANY_STATE
 * @step: how many are shown at first, and more each time; 0 for all
 *
 * Returns: (transfer full): an empty list. Main thread.
 */
CvnBookingCards *
cvn_booking_cards_new (int   state,
                       guint step)
{
  CvnBookingCards *self = g_object_new (CVN_TYPE_BOOKING_CARDS, NULL);

  self->state = state;
  self->step = step;
  return self;
}

/* Whether who booked and what was booked have all the words. */
static gboolean
has_words (CvnTable *table,
           guint     row,
           GStrv     words)
{
  static const char *const columns[] = { "label", "label_en", "programme", "programme_en", "code" };
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *text = cvn_table_get_text (table, row, columns[i]);

      g_string_append_printf (all, "%s\n", text != NULL ? text : "");
    }
  folded = g_utf8_casefold (all->str, -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
find_rows (CvnBookingCards *self,
           const char      *text)
{
  const char      *stage = self->state != CVN_BOOKING_CARDS_ANY_STATE ? cvn_booking_state_get_code ((CvnBookingState) self->state) : NULL;
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t", -1);
  gboolean all = *folded == '\0';

  g_array_set_size (self->rows, 0);
  self->cents = 0;
  for (guint row = 0; row < cvn_table_get_n_rows (self->table); row++)
    if ((stage == NULL || g_strcmp0 (cvn_table_get_text (self->table, row, "stage"), stage) == 0) && (all || has_words (self->table, row, words)))
      {
        g_array_append_val (self->rows, row);
        self->cents += cvn_table_get_integer (self->table, row, "amount");
      }
}

/**
 * cvn_booking_cards_set:
 * @table: the figure booking-board
 * @text: (nullable): words that who booked or what was booked must have
 *
 * Shows other bookings.
 */
void
cvn_booking_cards_set (CvnBookingCards *self,
                       CvnTable        *table,
                       const char      *text)
{
  guint n_before = self->n_shown;

  cvn_table_ref (table);
  g_clear_pointer (&self->table, cvn_table_unref);
  self->table = table;
  find_rows (self, text);
  self->n_shown = self->step > 0 ? MIN (self->rows->len, MAX (n_before, self->step)) : self->rows->len;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n_shown);
}

/** cvn_booking_cards_get_n_found: how many there are, shown or not. */
guint
cvn_booking_cards_get_n_found (CvnBookingCards *self)
{
  return self->rows->len;
}

/** cvn_booking_cards_get_cents: what they come to, shown or not. */
gint64
cvn_booking_cards_get_cents (CvnBookingCards *self)
{
  return self->cents;
}

static void
show_until (CvnBookingCards *self,
            guint            n)
{
  guint n_before = self->n_shown;

  self->n_shown = MIN (self->rows->len, n);
  g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->n_shown - n_before);
}

/** cvn_booking_cards_show_more: shows some more; FALSE when all are shown. */
gboolean
cvn_booking_cards_show_more (CvnBookingCards *self)
{
  if (self->n_shown == self->rows->len)
    return FALSE;
  show_until (self, self->n_shown + self->step);
  return TRUE;
}

/** cvn_booking_cards_find: at which @place the booking @id is, which is then shown; FALSE when it is not here. */
gboolean
cvn_booking_cards_find (CvnBookingCards *self,
                        const char      *id,
                        guint           *place)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (cvn_table_get_text (self->table, g_array_index (self->rows, guint, i), "id"), id) == 0)
      {
        if (i >= self->n_shown)
          show_until (self, i + self->step);
        *place = i;
        return TRUE;
      }
  return FALSE;
}
