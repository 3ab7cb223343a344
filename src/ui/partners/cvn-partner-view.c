/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partner-view"

#include "cvn-partner-view.h"

#include "cvn-chart-card.h"
#include "cvn-partner-cell.h"
#include "cvn-partner-facts.h"
#include "cvn-partner-fill.h"
#include "cvn-partner-item.h"
#include "cvn-record.h"
#include "cvn-tall.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

struct _CvnPartnerView
{
  AdwBin parent_instance;

  CvnPartner *partner;
  GtkWidget  *scrolled;
  GtkWidget  *name;
  GtkWidget  *foreign;
  GtkWidget  *line;
  GtkWidget  *chip_place;
  GtkWidget  *chip;
  GtkWidget  *facts;
  GtkWidget  *box;
  GtkWidget  *benefits; /* the letter about them */
  GtkWidget  *chart;
  GtkWidget  *cards[CVN_PARTNER_N_CARDS];
  gboolean    all[CVN_PARTNER_N_CARDS]; /* which cards show all their rows */
  guint       n_shown;                  /* cards that say what is known, from the top; those below say what was known before, or nothing */
  guint       tick_id;
};

/* Cards of the first frame, and of each one after: what more there is, is below the edge of the window. */
#define CARDS_PER_FRAME 2

typedef enum {
  EDIT,
  LOADED,
  N_SIGNALS,
} CvnPartnerViewSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnPartnerView, cvn_partner_view, ADW_TYPE_BIN)

static void
show_header (CvnPartnerView *self)
{
  CvnRecord       *record = cvn_partner_get_record (self->partner);
  const char      *kind = cvn_partner_kind_label (cvn_record_get_text (record, "kind"));
  g_autofree char *role = cvn_partner_dup_role_label (cvn_record_get_text (record, "role"));
  const char      *parts[4] = { NULL };
  guint            n = 0;
  g_autofree char *line = NULL;

  if (*kind != '\0')
    parts[n++] = kind;
  if (*role != '\0')
    parts[n++] = role;
  if (cvn_record_get_integer (record, "inactive") == 1)
    parts[n++] = _("No longer active");
  line = g_strjoinv (" · ", (char **) (gpointer) parts);
  gtk_label_set_label (GTK_LABEL (self->name), cvn_partner_get_name (self->partner));
  gtk_widget_set_visible (self->foreign, cvn_partner_is_name_foreign (self->partner));
  gtk_label_set_label (GTK_LABEL (self->line), line);
  cvn_partner_chip_set_status (self->chip, cvn_partner_get_status (self->partner));
  cvn_partner_facts_fill (GTK_GRID (self->facts), record);
}

static void
show_chart (CvnPartnerView *self)
{
  g_autoptr (CvnChart) chart = cvn_partner_fill_chart (self->partner);

  gtk_widget_set_visible (self->chart, chart != NULL);
  cvn_chart_card_set_chart (CVN_CHART_CARD (self->chart), chart);
  cvn_chart_card_set_caption (CVN_CHART_CARD (self->chart), _("Committed and received per year"));
}

/* A card of another kind of partner is shown all the same when there is something in it: nothing is hidden. */
static void
show_card (CvnPartnerView *self,
           CvnPartnerCard  card)
{
  const char *kind = cvn_record_get_text (cvn_partner_get_record (self->partner), "kind");
  guint       n = cvn_partner_fill (CVN_PARTNER_BOX (self->cards[card]), self->partner, card, self->all[card]);

  gtk_widget_set_visible (self->cards[card], n > 0 || cvn_partner_cards_has (kind, card));
  if (card == CVN_PARTNER_PACKAGES)
    gtk_widget_set_visible (self->benefits, n > 0);
}

static void
show_cards (CvnPartnerView *self,
            guint           n)
{
  for (; n > 0 && self->n_shown < CVN_PARTNER_N_CARDS; n--)
    show_card (self, self->n_shown++);
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  CvnPartnerView *self = CVN_PARTNER_VIEW (widget);

  show_cards (self, CARDS_PER_FRAME);
  if (self->n_shown < CVN_PARTNER_N_CARDS)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

/* Where nobody looks there are no frames, and nothing is laid out either. */
static void
partner_changed_cb (CvnPartnerView *self)
{
  if (!cvn_partner_is_loaded (self->partner))
    return;
  show_header (self);
  show_chart (self);
  gtk_widget_set_visible (self->scrolled, TRUE);
  self->n_shown = 0;
  show_cards (self, gtk_widget_get_mapped (GTK_WIDGET (self)) ? CARDS_PER_FRAME : CVN_PARTNER_N_CARDS);
  if (self->n_shown < CVN_PARTNER_N_CARDS && self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
partner_failed_cb (CvnPartnerView *self,
                   const char     *message)
{
  cvn_window_show_toast (GTK_WIDGET (self), message, FALSE);
}

static void
emit_edit (CvnPartnerView *self,
           CvnDraft       *draft)
{
  g_signal_emit (self, signals[EDIT], 0, draft);
  g_object_unref (draft);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnPartnerView *self = CVN_PARTNER_VIEW (widget);

  if (self->partner != NULL && cvn_partner_get_record (self->partner) != NULL)
    emit_edit (self, cvn_partner_edit (self->partner, cvn_partner_get_record (self->partner)));
}

/* Of the last year in which it has a package. */
static void
benefits_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CvnPartnerView *self = CVN_PARTNER_VIEW (widget);

  if (self->partner != NULL)
    gtk_widget_activate_action (widget, "win.open-report", "(ss)", "benefits", cvn_partner_get_id (self->partner));
}

static void
report_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CvnPartnerView *self = CVN_PARTNER_VIEW (widget);

  if (self->partner != NULL)
    gtk_widget_activate_action (widget, "win.open-report", "(ss)", "partner", cvn_partner_get_id (self->partner));
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  CvnPartnerView *self = CVN_PARTNER_VIEW (widget);

  if (self->partner != NULL)
    emit_edit (self, cvn_partner_add (self->partner, cvn_kind_find (g_variant_get_string (parameter, NULL))));
}

static gboolean
edit_one_of (CvnPartnerView *self,
             GPtrArray      *records,
             const char     *id)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (g_strcmp0 (cvn_record_get_id (g_ptr_array_index (records, i)), id) == 0)
      {
        emit_edit (self, cvn_partner_edit (self->partner, g_ptr_array_index (records, i)));
        return TRUE;
      }
  return FALSE;
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnPartnerView *self = CVN_PARTNER_VIEW (widget);
  const char     *kind;
  const char     *id;

  if (self->partner == NULL)
    return;
  g_variant_get (parameter, "(&s&s)", &kind, &id);
  if (!cvn_partner_view_edit_record (self, id))
    cvn_window_open_record (widget, kind, id);
}

static char *
dup_list_title (CvnPartnerView *self,
                const CvnQuery *query)
{
  /* Translators: a list of records and a partner: Invoices – Gemeente Leiden */
  return g_strdup_printf (_("%1$s – %2$s"), _(cvn_query_get_kind (query)->label_plural), cvn_partner_get_name (self->partner));
}

static void
show_all_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CvnPartnerView *self = CVN_PARTNER_VIEW (widget);
  CvnPartnerCard  card = (CvnPartnerCard) CLAMP (g_variant_get_int32 (parameter), 0, CVN_PARTNER_N_CARDS - 1);
  g_autoptr (CvnQuery) query = self->partner != NULL ? cvn_partner_fill_query (self->partner, card) : NULL;

  if (query != NULL)
    {
      g_autofree char *title = dup_list_title (self, query);

      cvn_window_open_list (widget, query, title);
    }
  else if (self->partner != NULL)
    {
      self->all[card] = TRUE;
      show_card (self, card);
    }
}

static void
show_year_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  CvnPartnerView *self = CVN_PARTNER_VIEW (widget);
  g_autoptr (CvnQuery) query = NULL;
  g_autofree char *title = NULL;

  if (self->partner == NULL)
    return;
  query = cvn_partner_fill_query (self->partner, CVN_PARTNER_CONTRIBUTIONS);
  cvn_query_add_integer (query, "year", CVN_MATCH_EQUAL, g_ascii_strtoll (g_variant_get_string (parameter, NULL), NULL, 10));
  title = dup_list_title (self, query);
  cvn_window_open_list (widget, query, title);
}

static void
cvn_partner_view_dispose (GObject *object)
{
  CvnPartnerView *self = CVN_PARTNER_VIEW (object);

  g_clear_object (&self->partner);
  adw_bin_set_child (ADW_BIN (self), NULL); /* AdwBin would unparent a child of the template once more */
  gtk_widget_dispose_template (GTK_WIDGET (self), CVN_TYPE_PARTNER_VIEW);
  G_OBJECT_CLASS (cvn_partner_view_parent_class)->dispose (object);
}

static void
cvn_partner_view_class_init (CvnPartnerViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_partner_view_dispose;
  signals[EDIT] = g_signal_new ("edit", CVN_TYPE_PARTNER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CVN_TYPE_DRAFT);
  signals[LOADED] = g_signal_new ("loaded", CVN_TYPE_PARTNER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "partner.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "partner.report", NULL, report_cb);
  gtk_widget_class_install_action (widget_class, "partner.benefits", NULL, benefits_cb);
  gtk_widget_class_install_action (widget_class, "partner.add", "s", add_cb);
  gtk_widget_class_install_action (widget_class, "partner.open", "(ss)", open_cb);
  gtk_widget_class_install_action (widget_class, "partner.show-all", "i", show_all_cb);
  gtk_widget_class_install_action (widget_class, "partner.show-year", "s", show_year_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/partners/cvn-partner-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CvnPartnerView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CvnPartnerView, name);
  gtk_widget_class_bind_template_child (widget_class, CvnPartnerView, foreign);
  gtk_widget_class_bind_template_child (widget_class, CvnPartnerView, line);
  gtk_widget_class_bind_template_child (widget_class, CvnPartnerView, chip_place);
  gtk_widget_class_bind_template_child (widget_class, CvnPartnerView, facts);
  gtk_widget_class_bind_template_child (widget_class, CvnPartnerView, benefits);
  gtk_widget_class_bind_template_child (widget_class, CvnPartnerView, box);
}

/* The template cannot say it: the whole content is what the scrolled window scrolls. */
static void
make_tall (CvnPartnerView *self)
{
  GtkViewport *viewport = GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scrolled)));
  g_autoptr (GtkWidget) content = g_object_ref (gtk_viewport_get_child (viewport));

  gtk_viewport_set_child (viewport, NULL);
  gtk_viewport_set_child (viewport, cvn_tall_new (content));
}

static void
cvn_partner_view_init (CvnPartnerView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_tall (self);
  self->chip = cvn_partner_chip_new ();
  gtk_widget_set_halign (self->chip, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->chip_place), self->chip);
  for (guint card = 0; card < CVN_PARTNER_N_CARDS; card++)
    {
      self->cards[card] = cvn_partner_fill_new_box (card);
      gtk_box_append (GTK_BOX (self->box), self->cards[card]);
    }
  self->chart = cvn_chart_card_new ();
  cvn_partner_box_insert (CVN_PARTNER_BOX (self->cards[CVN_PARTNER_CONTRIBUTIONS]), self->chart);
}

/** cvn_partner_view_new: a view of nobody. */
GtkWidget *
cvn_partner_view_new (void)
{
  return g_object_new (CVN_TYPE_PARTNER_VIEW, NULL);
}

static void
stop_frames (CvnPartnerView *self)
{
  if (self->tick_id > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
}

/** cvn_partner_view_set_partner: shows @partner as soon as it is loaded, from the top; NULL for nobody. */
void
cvn_partner_view_set_partner (CvnPartnerView *self,
                              CvnPartner     *partner)
{
  if (self->partner == partner)
    return;
  if (self->partner != NULL)
    g_signal_handlers_disconnect_by_data (self->partner, self);
  g_set_object (&self->partner, partner);
  for (guint card = 0; card < CVN_PARTNER_N_CARDS; card++)
    {
      self->all[card] = FALSE;
      gtk_widget_set_visible (self->cards[card], FALSE);
    }
  self->n_shown = 0;
  stop_frames (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0.0);
  gtk_widget_set_visible (self->scrolled, partner != NULL && gtk_widget_get_visible (self->scrolled));
  if (partner == NULL)
    return;
  g_signal_connect_object (partner, "changed", G_CALLBACK (partner_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (partner, "failed", G_CALLBACK (partner_failed_cb), self, G_CONNECT_SWAPPED);
  partner_changed_cb (self);
}

/** cvn_partner_view_get_partner: whom it shows, owned by the view; NULL for nobody. */
CvnPartner *
cvn_partner_view_get_partner (CvnPartnerView *self)
{
  return self->partner;
}

/** cvn_partner_view_edit_record: asks for the form of a contact or an interaction of the partner; FALSE if it has no such one. */
gboolean
cvn_partner_view_edit_record (CvnPartnerView *self,
                              const char     *id)
{
  return self->partner != NULL && (edit_one_of (self, cvn_partner_get_contacts (self->partner), id) ||
                                   edit_one_of (self, cvn_partner_get_interactions (self->partner), id));
}

/** cvn_partner_view_is_loaded: whether it shows its partner; what is below the edge of the window may come with the next frames. */
gboolean
cvn_partner_view_is_loaded (CvnPartnerView *self)
{
  return self->partner != NULL && cvn_partner_is_loaded (self->partner);
}
