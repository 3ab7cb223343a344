/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-overview-page"

#include "cvn-overview-page.h"

#include "cvn-chart-card.h"
#include "cvn-columns-layout.h"
#include "cvn-explain-view.h"
#include "cvn-figure-set.h"
#include "cvn-first-frame.h"
#include "cvn-matter-card.h"
#include "cvn-money.h"
#include "cvn-overview-charts.h"
#include "cvn-overview-text.h"
#include "cvn-tile.h"

#include <glib/gi18n-lib.h>

#define TILE_WIDTH 168
#define CARD_WIDTH 400

/* What is in the third row of cards is read after the first frame: nobody sees it yet in a window that is no higher than this. */
#define N_FIRST_CARDS   4
#define TWO_ROWS_HEIGHT 880

typedef enum {
  TILE_CONTRIBUTIONS,
  TILE_FEES,
  TILE_BOOKINGS,
  TILE_EVENTS,
  TILE_RESULT,
  N_TILES,
} TileId;

typedef enum {
  CARD_THERMOMETER,
  CARD_CONTRIBUTIONS,
  CARD_FEES,
  CARD_REGISTRATIONS,
  CARD_DEADLINES,
  CARD_ATTENTION,
  N_CARDS,
} CardId;

struct _CvnOverviewPage
{
  CvnPage parent_instance;

  GtkStack     *stack;
  GtkWidget    *tiles[N_TILES];
  GtkWidget    *cards[N_CARDS];
  GtkWidget    *card_box;
  GtkWidget    *explain;
  CvnFigureSet *figures;
  CvnFigureSet *matters; /* the deadlines and what needs attention: the same set, or one that is read later */
  GSettings    *settings;
};

G_DEFINE_FINAL_TYPE (CvnOverviewPage, cvn_overview_page, CVN_TYPE_PAGE)

#define MATTERS "deadlines", "attention"

static const char *const matter_names[] = { MATTERS, NULL };

/* The matters last, so that there is a list without them. */
static const char *const figure_names[] = {
  "contributions-committed", "contributions-received", "fee-revenue", "fee-revenue-budget", "fee-revenue-by-month",
  "bookings-by-state", "events-held", "result-expected", "commitment-thermometer", "contributions-by-municipality",
  "registrations-by-municipality", MATTERS, NULL
};

static const struct
{
  const char *title;
  const char *figure; /* what a click opens: a figure, or a part of one */
  char *(*text) (CvnFigureSet *figures);
} tile_infos[N_TILES] = {
  [TILE_CONTRIBUTIONS] = { N_("Contributions"), "contributions-received", cvn_overview_text_contributions },
  [TILE_FEES] = { N_("Fee Revenue"), "fee-revenue", cvn_overview_text_fees },
  [TILE_BOOKINGS] = { N_("Bookings"), "bookings-by-state", cvn_overview_text_bookings },
  [TILE_EVENTS] = { N_("Events"), "events-held/held", cvn_overview_text_events },
  [TILE_RESULT] = { N_("Expected Result"), "result-expected", cvn_overview_text_result },
};

static const struct
{
  CvnChart *(*make) (CvnFigureSet *figures);
  const char *caption;
  const char *figure;
} chart_infos[] = {
  [CARD_THERMOMETER] = { cvn_overview_chart_thermometer, N_("What the partners promised, step by step, against the target"), "commitment-thermometer" },
  [CARD_CONTRIBUTIONS] = { cvn_overview_chart_contributions, N_("Due and received; in brackets what it comes to per inhabitant"), "contributions-by-municipality" },
  [CARD_FEES] = { cvn_overview_chart_fees, N_("Paid registrations times the fee of the month"), "fee-revenue-by-month" },
  [CARD_REGISTRATIONS] = { cvn_overview_chart_registrations, N_("Where people register more or less than its size suggests"), "registrations-by-municipality" },
};

/* The cards that a person in this role looks at first; nobody is denied the others. */
static const CardId orders[][N_CARDS] = {
  { CARD_THERMOMETER, CARD_CONTRIBUTIONS, CARD_FEES, CARD_REGISTRATIONS, CARD_DEADLINES, CARD_ATTENTION },
  { CARD_DEADLINES, CARD_ATTENTION, CARD_FEES, CARD_REGISTRATIONS, CARD_CONTRIBUTIONS, CARD_THERMOMETER },
  { CARD_THERMOMETER, CARD_CONTRIBUTIONS, CARD_REGISTRATIONS, CARD_FEES, CARD_ATTENTION, CARD_DEADLINES },
};

static char *
format_value (CvnOverviewPage *self,
              TileId           id)
{
  CvnLanguage language = cvn_interface_language ();

  switch (id)
    {
    case TILE_CONTRIBUTIONS:
    case TILE_FEES:
    case TILE_RESULT:
      return cvn_money_format_euro_short (cvn_figure_set_get_amount (self->figures, tile_infos[id].figure), language);
    case TILE_BOOKINGS:
      return g_strdup_printf ("%" G_GINT64_FORMAT, cvn_table_sum (cvn_figure_set_get (self->figures, "bookings-by-state"), "number"));
    case TILE_EVENTS:
      return g_strdup_printf ("%" G_GINT64_FORMAT, cvn_figure_set_get_part (self->figures, "events-held", "held", "amount"));
    case N_TILES:
    default:
      g_assert_not_reached ();
    }
}

static void
fill_tiles (CvnOverviewPage *self)
{
  CvnFigureSet *figures = self->figures;

  for (TileId id = 0; id < N_TILES; id++)
    {
      g_autofree char *value = format_value (self, id);
      g_autofree char *detail = tile_infos[id].text (figures);

      cvn_tile_set (CVN_TILE (self->tiles[id]), value, detail);
    }
  cvn_tile_set_share (CVN_TILE (self->tiles[TILE_CONTRIBUTIONS]), cvn_figure_set_get_amount (figures, "contributions-received"),
                      cvn_figure_set_get_amount (figures, "contributions-committed"));
  cvn_tile_set_share (CVN_TILE (self->tiles[TILE_FEES]), cvn_figure_set_get_amount (figures, "fee-revenue"),
                      cvn_figure_set_get_amount (figures, "fee-revenue-budget"));
}

static const CardId *
get_order (CvnOverviewPage *self)
{
  guint role = (guint) g_settings_get_enum (self->settings, "role");

  return orders[MIN (role, G_N_ELEMENTS (orders) - 1)];
}

static void
fill_card (CvnOverviewPage *self,
           CardId           id)
{
  g_autoptr (CvnChart) chart = NULL;

  if (id >= G_N_ELEMENTS (chart_infos))
    {
      if (self->matters != NULL && cvn_figure_set_is_loaded (self->matters))
        cvn_matter_card_set_figures (CVN_MATTER_CARD (self->cards[id]), self->matters);
      return;
    }
  chart = chart_infos[id].make (self->figures);
  cvn_chart_card_set_chart (CVN_CHART_CARD (self->cards[id]), chart);
}

static gboolean
is_matter (CardId id)
{
  return id >= G_N_ELEMENTS (chart_infos);
}

/* Whether the window is about to show its first frame, and the matters will not be in it. */
static gboolean
can_wait (CvnOverviewPage *self)
{
  const CardId *order = get_order (self);
  GtkRoot      *root = gtk_widget_get_root (GTK_WIDGET (self));
  int           width;
  int           height;

  for (guint i = 0; i < N_FIRST_CARDS; i++)
    if (is_matter (order[i]))
      return FALSE;
  if (!GTK_IS_WINDOW (root) || gtk_widget_get_mapped (GTK_WIDGET (root)) || gtk_window_is_maximized (GTK_WINDOW (root)))
    return FALSE;
  gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  return height <= TWO_ROWS_HEIGHT;
}

static void
figures_changed_cb (CvnOverviewPage *self)
{
  fill_tiles (self);
  for (CardId id = 0; id < N_CARDS; id++)
    if (!is_matter (id) || self->matters == self->figures)
      fill_card (self, id);
  cvn_page_set_ready (CVN_PAGE (self), TRUE);
}

static void
matters_changed_cb (CvnOverviewPage *self)
{
  fill_card (self, CARD_DEADLINES);
  fill_card (self, CARD_ATTENTION);
  cvn_page_set_busy (CVN_PAGE (self), FALSE);
}

static void
first_frame_cb (GtkWidget *widget)
{
  CvnOverviewPage *self = CVN_OVERVIEW_PAGE (widget);

  cvn_figure_set_confirm (self->figures);
  self->matters = cvn_figure_set_new (cvn_page_get_centre (CVN_PAGE (self)), matter_names);
  g_signal_connect_object (self->matters, "changed", G_CALLBACK (matters_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
order_cards (CvnOverviewPage *self)
{
  const CardId *order = get_order (self);

  for (guint i = 0; i < N_CARDS; i++)
    gtk_widget_insert_before (self->cards[order[i]], self->card_box, NULL);
}

static void
cvn_overview_page_activate (CvnPage *page)
{
  CvnOverviewPage *self = CVN_OVERVIEW_PAGE (page);

  if (self->figures != NULL)
    return;
  if (can_wait (self))
    {
      const char *first_names[G_N_ELEMENTS (figure_names)] = { NULL };

      for (guint i = 0; i < G_N_ELEMENTS (figure_names) - G_N_ELEMENTS (matter_names); i++)
        first_names[i] = figure_names[i];
      self->figures = cvn_figure_set_new_remembered (cvn_page_get_centre (page), first_names);
      cvn_page_set_busy (page, TRUE);
      cvn_first_frame_wait (GTK_WIDGET (self), first_frame_cb);
    }
  else
    {
      self->figures = cvn_figure_set_new (cvn_page_get_centre (page), figure_names);
      self->matters = g_object_ref (self->figures);
    }
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (figures_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
cvn_overview_page_go_back (CvnPage *page)
{
  CvnOverviewPage *self = CVN_OVERVIEW_PAGE (page);

  gtk_stack_set_visible_child_name (self->stack, "figures");
  cvn_page_set_can_go_back (page, FALSE);
}

static gboolean
cvn_overview_page_open_figure (CvnPage    *page,
                               const char *name)
{
  CvnOverviewPage *self = CVN_OVERVIEW_PAGE (page);
  g_auto (GStrv) words = g_strsplit (name, "/", 2);
  g_autoptr (CvnExplanation) explanation = words[0] != NULL ? cvn_explanation_new (cvn_page_get_centre (page), words[0], words[1], NULL) : NULL;

  if (explanation == NULL)
    return FALSE;
  if (self->explain == NULL)
    {
      self->explain = cvn_explain_view_new ();
      gtk_stack_add_named (self->stack, self->explain, "explain");
    }
  gtk_stack_set_visible_child_name (self->stack, "explain");
  cvn_explain_view_set_explanation (CVN_EXPLAIN_VIEW (self->explain), explanation);
  cvn_page_set_can_go_back (page, TRUE);
  return TRUE;
}

static void
cvn_overview_page_dispose (GObject *object)
{
  CvnOverviewPage *self = CVN_OVERVIEW_PAGE (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->matters);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (cvn_overview_page_parent_class)->dispose (object);
}

static void
cvn_overview_page_class_init (CvnOverviewPageClass *klass)
{
  CvnPageClass *page_class = CVN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_overview_page_dispose;
  page_class->is_light = TRUE;
  page_class->activate = cvn_overview_page_activate;
  page_class->go_back = cvn_overview_page_go_back;
  page_class->open_figure = cvn_overview_page_open_figure;
}

static GtkWidget *
make_columns (int min_width,
              int max_columns,
              int spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, cvn_columns_layout_new (min_width, max_columns, spacing));
  return box;
}

static void
add_cards (CvnOverviewPage *self)
{
  for (CardId id = 0; id < G_N_ELEMENTS (chart_infos); id++)
    {
      self->cards[id] = cvn_chart_card_new ();
      cvn_chart_card_set_caption (CVN_CHART_CARD (self->cards[id]), _(chart_infos[id].caption));
      cvn_chart_card_set_action (CVN_CHART_CARD (self->cards[id]), "win.open-figure", chart_infos[id].figure);
    }
  self->cards[CARD_DEADLINES] = cvn_matter_card_new (_("Deadlines"), "deadlines", _("Nothing falls due in the next 30 days"), cvn_overview_text_deadline);
  self->cards[CARD_ATTENTION] = cvn_matter_card_new (_("Needs Attention"), "attention", _("Nothing needs your attention"), cvn_overview_text_attention);
  for (CardId id = 0; id < N_CARDS; id++)
    gtk_widget_set_parent (self->cards[id], self->card_box);
}

static void
cvn_overview_page_init (CvnOverviewPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *tile_box = make_columns (TILE_WIDTH, N_TILES, 12);

  self->settings = g_settings_new ("org.convenant.Convenant");
  for (TileId id = 0; id < N_TILES; id++)
    {
      self->tiles[id] = cvn_tile_new (_(tile_infos[id].title), tile_infos[id].figure);
      gtk_widget_set_parent (self->tiles[id], tile_box);
    }
  self->card_box = make_columns (CARD_WIDTH, 2, 18);
  add_cards (self);
  order_cards (self);
  g_signal_connect_object (self->settings, "changed::role", G_CALLBACK (order_cards), self, G_CONNECT_SWAPPED);
  /* The tiles pass on that the texts in them expand. */
  gtk_widget_set_vexpand (tile_box, FALSE);
  gtk_box_append (GTK_BOX (content), tile_box);
  gtk_box_append (GTK_BOX (content), self->card_box);
  gtk_widget_add_css_class (content, "cvn-overview");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scrolled, "figures");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}
