/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-party-cells"

#include "cvn-party-cells.h"

#include "cvn-agreement-words.h"
#include "cvn-cockpit-text.h"
#include "cvn-money.h"
#include "cvn-partner-item.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

typedef enum {
  CELL_NAME,
  CELL_PLEDGED,
  CELL_DECIDED,
  CELL_SIGNED,
  CELL_AMOUNT,
  CELL_INVOICED, /* and what was paid of it */
  CELL_DAYS,
  CELL_DOCUMENT,
  CELL_LADDER, /* the rungs in one line */
  CELL_MONEY,  /* what is invoiced and paid in one line */
  CELL_TIME,   /* the days in words */
  CELL_NEXT,
  N_CELLS,
} CellId;

static const CvnGridColumn columns[N_CELLS] = {
  [CELL_NAME] = { N_("Party"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [CELL_PLEDGED] = { N_("Pledged"), 70, 0.5f, CVN_NARROW_HIDE },
  [CELL_DECIDED] = { N_("Decided"), 70, 0.5f, CVN_NARROW_HIDE },
  [CELL_SIGNED] = { N_("Signed"), 70, 0.5f, CVN_NARROW_HIDE },
  [CELL_AMOUNT] = { N_("Amount"), 84, 1.0f, CVN_NARROW_VALUE },
  [CELL_INVOICED] = { N_("Invoiced, paid"), 118, 1.0f, CVN_NARROW_HIDE },
  [CELL_DAYS] = { N_("Days left"), 64, 1.0f, CVN_NARROW_HIDE },
  [CELL_DOCUMENT] = { N_("Document"), 66, 0.0f, CVN_NARROW_HIDE },
  [CELL_LADDER] = { NULL, CVN_GRID_NARROW_ONLY, 0.0f, CVN_NARROW_LINE },
  [CELL_MONEY] = { NULL, CVN_GRID_NARROW_ONLY, 0.0f, CVN_NARROW_LINE },
  [CELL_TIME] = { NULL, CVN_GRID_NARROW_ONLY, 0.0f, CVN_NARROW_LINE },
  [CELL_NEXT] = { N_("Next step"), 106, 0.0f, CVN_NARROW_LINE },
};

/** cvn_party_cells_new_list: the grid of parties against the ladder, still empty. */
GtkWidget *
cvn_party_cells_new_list (void)
{
  return cvn_grid_list_new (columns, G_N_ELEMENTS (columns), _("Parties"), _("No party is listed here."));
}

static GtkWidget *
make_mark (gboolean reached)
{
  GtkWidget *mark = gtk_image_new_from_icon_name (reached ? "object-select-symbolic" : "content-loading-symbolic");

  gtk_widget_set_halign (mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (mark, "cvn-rung");
  if (reached)
    gtk_widget_add_css_class (mark, "reached");
  return mark;
}

static GtkWidget *
make_rung (CvnCockpitParty *party,
           CvnRung          rung)
{
  CvnDate          date;
  gboolean         reached = cvn_cockpit_party_has_reached (party, rung, &date);
  g_autofree char *day = date.year != 0 ? cvn_date_format_short (&date, cvn_interface_language ()) : NULL;
  GtkWidget       *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget       *label = gtk_label_new (day != NULL ? day : reached ? _("Yes")
                                                                      : _("Not yet"));

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), make_mark (reached));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* The rungs in small, and where it stands in words. */
static GtkWidget *
make_ladder (CvnCockpitParty *party)
{
  g_autofree char *state = cvn_cockpit_party_dup_state (party, cvn_interface_language ());
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget       *label = g_object_new (GTK_TYPE_LABEL, "label", state, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "margin-start", 6, NULL);

  for (int rung = 0; rung < CVN_N_RUNGS; rung++)
    gtk_box_append (GTK_BOX (box), make_mark (cvn_cockpit_party_has_reached (party, (CvnRung) rung, NULL)));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
make_amount (CvnCockpitParty *party)
{
  g_autofree char *text = cvn_agreement_promise (cvn_cockpit_party_get_amount (party), cvn_cockpit_party_get_hours (party), cvn_interface_language ());

  return cvn_grid_cell_new (text, 1.0f, NULL);
}

static void
add_caption (GtkWidget  *cell,
             const char *text,
             const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 1.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (cell), label);
}

/* What is late is said last, and stands out. */
static GtkWidget *
make_invoiced (CvnCockpitParty *party)
{
  g_autofree char *invoiced = cvn_money_format_euro (cvn_cockpit_party_get_invoiced (party), cvn_interface_language ());
  g_autofree char *paid = cvn_money_format_euro (cvn_cockpit_party_get_paid (party), cvn_interface_language ());
  g_autofree char *overdue = cvn_money_format_euro (cvn_cockpit_party_get_overdue (party), cvn_interface_language ());
  /* Translators: an amount, in a narrow column */
  g_autofree char *words = g_strdup_printf (_("%s paid"), paid);
  /* Translators: an amount, in a narrow column */
  g_autofree char *late = g_strdup_printf (_("%s late"), overdue);
  gboolean         is_nothing = cvn_cockpit_party_get_invoiced (party) == 0 && cvn_cockpit_party_get_paid (party) == 0 && cvn_cockpit_party_get_overdue (party) == 0;
  GtkWidget       *cell = cvn_grid_cell_new (invoiced, 1.0f, is_nothing ? NULL : words);

  if (is_nothing)
    return cell;
  gtk_widget_add_css_class (gtk_widget_get_last_child (cell), "numeric");
  if (cvn_cockpit_party_get_overdue (party) > 0)
    add_caption (cell, late, "cvn-beside");
  return cell;
}

static GtkWidget *
make_days (CvnCockpit      *cockpit,
           CvnCockpitParty *party)
{
  static const char *const until[] = {
    [CVN_DAYS_DECISION] = N_("to decide"),
    [CVN_DAYS_START] = N_("to start"),
    [CVN_DAYS_NOTICE] = N_("for notice"),
    [CVN_DAYS_END] = N_("to end"),
  };
  int              days;
  CvnDaysUntil     what = cvn_cockpit_days_left (cockpit, party, &days);
  g_autofree char *number = g_strdup_printf ("%d", ABS (days));
  GtkWidget       *cell;

  if (what == CVN_DAYS_NONE)
    return cvn_grid_cell_new ("–", 1.0f, NULL);
  cell = cvn_grid_cell_new (number, 1.0f, days < 0 ? _("days late") : _(until[what]));
  if (days < 0)
    gtk_widget_add_css_class (gtk_widget_get_last_child (cell), "cvn-beside");
  return cell;
}

static GtkWidget *
make_time (CvnCockpitParty *party,
           const char      *time_left)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", time_left, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_visible (label, !cvn_cockpit_party_has_reached (party, CVN_RUNG_SIGNED, NULL));
  return label;
}

static GtkWidget *
make_money (CvnCockpitParty *party)
{
  g_autofree char *invoiced = cvn_money_format_euro (cvn_cockpit_party_get_invoiced (party), cvn_interface_language ());
  g_autofree char *paid = cvn_money_format_euro (cvn_cockpit_party_get_paid (party), cvn_interface_language ());
  /* Translators: two amounts */
  g_autofree char *text = g_strdup_printf (_("%1$s invoiced, %2$s paid"), invoiced, paid);
  GtkWidget       *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

/* What stands beside the ladder is said in words below the name; else what it is. */
static GtkWidget *
make_name (CvnCockpitParty *party)
{
  CvnLadderState   state = cvn_cockpit_party_get_state (party);
  gboolean         on_ladder = state == CVN_LADDER_PLEDGED || state == CVN_LADDER_APPROVED || state == CVN_LADDER_SIGNED;
  g_autofree char *words = on_ladder ? g_strdup (cvn_partner_kind_label (cvn_cockpit_party_get_kind (party)))
                                     : cvn_cockpit_party_dup_state (party, cvn_interface_language ());
  GtkWidget       *cell = cvn_grid_cell_new (cvn_cockpit_party_get_name (party), 0.0f, words);
  GtkWidget       *name = gtk_widget_get_first_child (cell);
  GtkWidget       *detail = gtk_widget_get_last_child (cell);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  cvn_tooltip_set (cell, cvn_cockpit_party_get_name (party));
  if (!on_ladder)
    {
      gtk_widget_remove_css_class (detail, "dim-label");
      gtk_widget_add_css_class (detail, "cvn-beside");
      gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
      gtk_label_set_lines (GTK_LABEL (detail), 2);
    }
  return cell;
}

/* The text of a decision that needs one, or of the agreement as a whole. */
static GtkWidget *
make_document (CvnCockpitParty *party)
{
  const char *document = cvn_cockpit_party_get_document (party);
  gboolean    is_missing = cvn_cockpit_party_lacks_document (party);
  gboolean    is_signed = cvn_cockpit_party_has_reached (party, CVN_RUNG_SIGNED, NULL);
  const char *text = is_missing ? _("Missing") : document == NULL && !is_signed        ? "–"
                                                : document == NULL || *document == '\0' ? _("Filed")
                                                                                        : document;
  GtkWidget  *label = cvn_grid_cell_new (text, 0.0f, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, is_missing ? "cvn-beside" : "dim-label");
  if (document != NULL && *document != '\0')
    cvn_tooltip_set (label, document);
  return label;
}

static GtkWidget *
make_next (CvnCockpitParty *party)
{
  g_autofree char *step = cvn_cockpit_party_dup_next_step (party, cvn_interface_language ());
  GtkWidget       *label = cvn_grid_cell_new (step != NULL ? step : _("Nothing to do"), 0.0f, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  if (step == NULL)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
add_party (CvnGridList     *list,
           CvnCockpit      *cockpit,
           CvnCockpitParty *party,
           const char      *time_left)
{
  g_autofree char *sentence = cvn_cockpit_party_dup_sentence (party, cvn_interface_language ());
  GtkWidget       *cells[N_CELLS] = {
          [CELL_NAME] = make_name (party),
          [CELL_PLEDGED] = make_rung (party, CVN_RUNG_PLEDGED),
          [CELL_DECIDED] = make_rung (party, CVN_RUNG_DECIDED),
          [CELL_SIGNED] = make_rung (party, CVN_RUNG_SIGNED),
          [CELL_AMOUNT] = make_amount (party),
          [CELL_INVOICED] = make_invoiced (party),
          [CELL_DAYS] = make_days (cockpit, party),
          [CELL_DOCUMENT] = make_document (party),
          [CELL_LADDER] = make_ladder (party),
          [CELL_MONEY] = make_money (party),
          [CELL_TIME] = make_time (party, time_left),
          [CELL_NEXT] = make_next (party),
  };

  cvn_grid_list_add (list, cvn_cockpit_party_get_id (party), sentence, cells);
}

/** cvn_party_cells_fill: a row for each party that @cockpit lists. */
void
cvn_party_cells_fill (CvnGridList *list,
                      CvnCockpit  *cockpit)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (cockpit));
  g_autofree char *time_left = cvn_cockpit_text_time_left (cockpit);

  cvn_grid_list_begin (list, n);
  for (guint i = 0; i < n && !cvn_grid_list_is_full (list); i++)
    {
      g_autoptr (CvnCockpitParty) party = g_list_model_get_item (G_LIST_MODEL (cockpit), i);

      add_party (list, cockpit, party, time_left);
    }
  cvn_grid_list_end (list);
}
