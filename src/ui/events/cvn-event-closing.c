/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-closing"

#include "cvn-change-words.h"
#include "cvn-cost-notice.h"
#include "cvn-event-item.h"
#include "cvn-event-operations.h"
#include "cvn-event-parts.h"
#include "cvn-event-rule.h"
#include "cvn-event-sections.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

/* The after-event sheet: each part is filled in or waived before the event is closed; the figures are worked out. */
#define CVN_TYPE_EVENT_CLOSING (cvn_event_closing_get_type ())
G_DECLARE_FINAL_TYPE (CvnEventClosingSheet, cvn_event_closing, CVN, EVENT_CLOSING, AdwBin)

typedef enum {
  PART_ATTENDED,
  PART_COST,
  PART_LESSONS,
  N_PARTS,
} Part;

struct _CvnEventClosingSheet
{
  AdwBin parent_instance;

  CvnEventSheet *sheet;
  GtkWidget     *state;
  GtkWidget     *figures;
  GtkWidget     *form;
  GtkWidget     *entries[2];
  CvnCostNotice *notice;
  GtkWidget     *lessons;
  GtkTextBuffer *text;
  GtkWidget     *waived[N_PARTS];
  GtkLabel      *error;
  GtkWidget     *close;
  GtkWidget     *series_box;
  GtkWidget     *series;
  char          *shown;     /* id of the event that the form shows: what was typed is not overwritten */
  char          *filled[2]; /* what the entries were given: as long as they say that, they follow the list and the lines */
};

static const char *const part_fields[N_PARTS] = { "attended", "cost", "lessons" };

G_DEFINE_FINAL_TYPE (CvnEventClosingSheet, cvn_event_closing, ADW_TYPE_BIN)

static void
add_figure (CvnEventClosingSheet *self,
            const char           *title,
            const char           *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (GTK_LIST_BOX (self->figures), row);
}

static void
add_share (CvnEventClosingSheet *self,
           const char           *title,
           int                   per_mille)
{
  /* Translators: a percentage with one decimal; the decimal sign stands between the two numbers in your language */
  g_autofree char *value = per_mille >= 0 ? g_strdup_printf (_("%1$d.%2$d %%"), per_mille / 10, per_mille % 10) : g_strdup ("–");

  add_figure (self, title, value);
}

static void
fill_figures (CvnEventClosingSheet *self)
{
  gint64           signed_up, attended, cost, pledged, paid;
  gboolean         known = cvn_event_sheet_get_total (self->sheet, "attended", &attended);
  gint64           each;
  CvnRecord       *event = cvn_event_sheet_get_record (self->sheet);
  g_autofree char *duration = cvn_event_duration (cvn_record_get_text (event, "starts"), cvn_record_get_text (event, "ends"), cvn_record_get_text (event, "time_zone"));
  g_autofree char *counts = NULL;
  g_autofree char *each_text = NULL;
  g_autofree char *net = cvn_event_dup_euro (cvn_event_sheet_get_net_cost (self->sheet));

  cvn_event_sheet_get_total (self->sheet, "signed_up", &signed_up);
  cvn_event_sheet_get_total (self->sheet, "cost", &cost);
  cvn_event_sheet_get_total (self->sheet, "pledged", &pledged);
  cvn_event_sheet_get_total (self->sheet, "paid", &paid);
  each = cvn_event_per_head (cost, known ? attended : 0);
  counts = known ? g_strdup_printf (_("%1$lld of %2$lld"), (long long) attended, (long long) signed_up) : g_strdup ("–");
  each_text = each >= 0 ? cvn_event_dup_euro (each) : g_strdup ("–");
  cvn_event_clear_list (self->figures);
  add_figure (self, _("Duration"), duration != NULL ? duration : "–");
  add_figure (self, _("Attended, of who signed up"), counts);
  add_share (self, _("Did not come"), known ? cvn_event_no_show (signed_up, attended) : CVN_EVENT_NO_FIGURE);
  add_figure (self, _("Cost per head"), each_text);
  add_share (self, _("Of the cost, borne by sponsors"), cvn_event_cover (MAX (pledged, paid), cost));
  add_figure (self, _("Net cost"), net);
}

/* (transfer full): of an edition that nobody was counted at yet there is nothing to say. */
static char *
dup_edition_count (CvnTable *editions,
                   guint     row)
{
  const CvnValue *attended = cvn_table_get (editions, row, (guint) cvn_table_find_column (editions, "attended"));

  if (attended->type == CVN_VALUE_NONE)
    return g_strdup ("–");
  return g_strdup_printf (_("%1$lld of %2$lld"), (long long) cvn_table_get_integer (editions, row, "attended"),
                          (long long) cvn_table_get_integer (editions, row, "signed_up"));
}

static void
fill_series (CvnEventClosingSheet *self)
{
  CvnTable *editions = cvn_event_sheet_get_table (self->sheet, "event-series");

  gtk_widget_set_visible (self->series_box, cvn_table_get_n_rows (editions) > 0);
  cvn_event_clear_list (self->series);
  for (guint i = 0; i < cvn_table_get_n_rows (editions); i++)
    {
      GtkWidget       *row = adw_action_row_new ();
      g_autofree char *date = cvn_event_dup_day (cvn_table_get_text (editions, i, "date"));
      g_autofree char *count = dup_edition_count (editions, i);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cvn_table_words_get_label (editions, i));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), date);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (count));
      gtk_list_box_append (GTK_LIST_BOX (self->series), row);
    }
}

static void
set_waived (CvnEventClosingSheet *self,
            const char           *waived)
{
  g_auto (GStrv) words = g_strsplit (waived != NULL ? waived : "", ";", -1);

  for (Part part = 0; part < N_PARTS; part++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->waived[part]), g_strv_contains ((const char *const *) words, part_fields[part]));
}

/* (transfer full): what the list of sign-ups and the lines of the costs come to, "" where they say nothing. */
static char *
dup_total (CvnEventClosingSheet *self,
           Part                  part)
{
  gint64 total;

  if (!cvn_event_sheet_get_total (self->sheet, part_fields[part], &total))
    return g_strdup ("");
  return part == PART_COST ? cvn_money_format (total, cvn_interface_language ()) : g_strdup_printf ("%lld", (long long) total);
}

static void
fill_entry (CvnEventClosingSheet *self,
            Part                  part)
{
  g_free (self->filled[part]);
  self->filled[part] = dup_total (self, part);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entries[part])), self->filled[part]))
    gtk_editable_set_text (GTK_EDITABLE (self->entries[part]), self->filled[part]);
}

/* Two hundred may be ticked while the sheet waits: an entry in which nobody typed says so. */
static void
follow_totals (CvnEventClosingSheet *self)
{
  for (Part part = PART_ATTENDED; part <= PART_COST; part++)
    if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entries[part])), self->filled[part]) == 0)
      fill_entry (self, part);
}

static void
fill_form (CvnEventClosingSheet *self)
{
  CvnRecord  *event = cvn_event_sheet_get_record (self->sheet);
  const char *lessons = cvn_record_get_text (event, "lessons");

  fill_entry (self, PART_ATTENDED);
  fill_entry (self, PART_COST);
  gtk_text_buffer_set_text (self->text, lessons != NULL ? lessons : "", -1);
  set_waived (self, cvn_record_get_text (event, "waived"));
}

static void
show_error (CvnEventClosingSheet *self,
            const char           *message,
            const char           *field)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
  for (Part part = 0; part < N_PARTS; part++)
    {
      GtkWidget *widget = part == PART_LESSONS ? self->lessons : self->entries[part];

      if (message != NULL && g_strcmp0 (field, part_fields[part]) == 0)
        {
          gtk_widget_add_css_class (widget, "error");
          gtk_widget_grab_focus (widget);
        }
      else
        gtk_widget_remove_css_class (widget, "error");
    }
}

static void
changed_cb (CvnEventClosingSheet *self)
{
  CvnRecord       *event = cvn_event_sheet_get_record (self->sheet);
  gboolean         cancelled = g_strcmp0 (cvn_record_get_text (event, "status"), "cancelled") == 0;
  g_autofree char *closed = cvn_event_dup_day (cvn_record_get_text (event, "closed_on"));
  g_autofree char *state = NULL;

  if (cancelled)
    state = g_strdup (_("This event is cancelled: there is nothing to close."));
  else if (*closed != '\0')
    state = g_strdup_printf (_("Closed on %s. What you change here is kept when you close it again."), closed);
  else
    state = g_strdup (_("Fill in each part, or say that it stays open, and close the event."));
  gtk_label_set_text (GTK_LABEL (self->state), state);
  gtk_widget_set_visible (self->form, !cancelled && !cvn_event_is_read_only (self->sheet));
  gtk_button_set_label (GTK_BUTTON (self->close), *closed != '\0' ? _("Close _Again") : _("_Close Event"));
  fill_figures (self);
  fill_series (self);
  if (g_strcmp0 (self->shown, cvn_record_get_id (event)) == 0 && !gtk_widget_has_css_class (self->form, "saved"))
    {
      follow_totals (self);
      return;
    }
  g_free (self->shown);
  self->shown = g_strdup (cvn_record_get_id (event));
  gtk_widget_remove_css_class (self->form, "saved");
  fill_form (self);
  show_error (self, NULL, NULL);
}

static void
refused_cb (GtkWidget  *view,
            const char *message,
            const char *field)
{
  CvnEventClosingSheet *self = CVN_EVENT_CLOSING (view);

  gtk_widget_remove_css_class (self->form, "saved");
  show_error (self, message, field);
}

/* What was typed; FALSE, with the sentence at its row, when it is no number. */
static gboolean
read_form (CvnEventClosingSheet *self,
           CvnEventClosing      *closing)
{
  g_autofree char *attended = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entries[PART_ATTENDED]))));
  g_autofree char *cost = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entries[PART_COST]))));
  g_autoptr (GError) error = NULL;
  guint64 count = 0;

  closing->attended = closing->cost = -1;
  if (*attended != '\0' && !g_ascii_string_to_unsigned (attended, 10, 0, 1000000, &count, NULL))
    {
      show_error (self, _("Expected a number of people."), "attended");
      return FALSE;
    }
  if (*attended != '\0')
    closing->attended = (gint64) count;
  if (*cost != '\0' && !cvn_money_parse (cost, cvn_interface_language (), &closing->cost, &error))
    {
      show_error (self, error->message, "cost");
      return FALSE;
    }
  closing->waive_attended = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->waived[PART_ATTENDED]));
  closing->waive_cost = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->waived[PART_COST]));
  closing->waive_lessons = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->waived[PART_LESSONS]));
  return TRUE;
}

static void
close_cb (CvnEventClosingSheet *self)
{
  CvnEventClosing  closing = { 0 };
  GtkTextIter      from, to;
  g_autofree char *lessons = NULL;

  if (!cvn_event_sheet_is_loaded (self->sheet) || !read_form (self, &closing))
    return;
  show_error (self, NULL, NULL);
  gtk_text_buffer_get_bounds (self->text, &from, &to);
  lessons = g_strstrip (gtk_text_buffer_get_text (self->text, &from, &to, FALSE));
  closing.lessons = lessons;
  gtk_widget_add_css_class (self->form, "saved");
  cvn_event_run (GTK_WIDGET (self), self->sheet,
                 cvn_event_close_new (cvn_event_sheet_get_id (self->sheet), &closing, cvn_centre_get_today (cvn_event_sheet_get_centre (self->sheet))),
                 _("The event is closed"), refused_cb);
}

/* While the cost is typed: whether its line of the budget has room for it. */
static void
cost_changed_cb (CvnEventClosingSheet *self)
{
  CvnRecord *event = cvn_event_sheet_is_loaded (self->sheet) ? cvn_event_sheet_get_record (self->sheet) : NULL;
  g_autoptr (CvnRecord) typed = event != NULL ? cvn_record_copy (event) : NULL;
  gint64 cost;

  if (typed == NULL || !cvn_money_parse (gtk_editable_get_text (GTK_EDITABLE (self->entries[PART_COST])), cvn_interface_language (), &cost, NULL))
    {
      cvn_cost_notice_look (self->notice, NULL);
      return;
    }
  cvn_record_set_integer (typed, "cost", cost);
  cvn_record_set_text (typed, "status", "held");
  cvn_cost_notice_look (self->notice, typed);
}

static void
cvn_event_closing_dispose (GObject *object)
{
  g_clear_object (&CVN_EVENT_CLOSING (object)->sheet);
  G_OBJECT_CLASS (cvn_event_closing_parent_class)->dispose (object);
}

static void
cvn_event_closing_finalize (GObject *object)
{
  CvnEventClosingSheet *self = CVN_EVENT_CLOSING (object);

  g_free (self->shown);
  for (Part part = PART_ATTENDED; part <= PART_COST; part++)
    g_free (self->filled[part]);
  G_OBJECT_CLASS (cvn_event_closing_parent_class)->finalize (object);
}

static void
cvn_event_closing_class_init (CvnEventClosingSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_event_closing_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_event_closing_finalize;
}

static void
waive_cb (CvnEventClosingSheet *self)
{
  for (Part part = 0; part < N_PARTS; part++)
    gtk_widget_set_sensitive (part == PART_LESSONS ? self->lessons : self->entries[part], !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->waived[part])));
}

static GtkWidget *
make_waive (CvnEventClosingSheet *self,
            Part                  part,
            const char           *title)
{
  self->waived[part] = gtk_check_button_new_with_label (title);
  g_signal_connect_object (self->waived[part], "toggled", G_CALLBACK (waive_cb), self, G_CONNECT_SWAPPED);
  return self->waived[part];
}

static GtkWidget *
make_form (CvnEventClosingSheet *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *note = gtk_text_view_new ();
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", _("Lessons: what to do again, what to do otherwise"), "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->entries[PART_ATTENDED] = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entries[PART_ATTENDED]), _("People who attended"));
  self->entries[PART_COST] = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entries[PART_COST]), _("Cost in euros"));
  for (Part part = PART_ATTENDED; part <= PART_COST; part++)
    {
      g_signal_connect_object (self->entries[part], "entry-activated", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (GTK_LIST_BOX (list), self->entries[part]);
    }
  self->text = gtk_text_view_get_buffer (GTK_TEXT_VIEW (note));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (note), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (note), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lessons"), -1);
  gtk_widget_set_size_request (note, -1, 72);
  gtk_widget_add_css_class (note, "cvn-lessons");
  self->lessons = note;
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), make_waive (self, PART_ATTENDED, _("Nobody counted who attended")));
  gtk_box_append (GTK_BOX (box), make_waive (self, PART_COST, _("What it cost is not known")));
  gtk_box_append (GTK_BOX (box), make_waive (self, PART_LESSONS, _("There is nothing to learn")));
  return box;
}

static void
cvn_event_closing_init (CvnEventClosingSheet *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_box_append (GTK_BOX (box), cvn_event_section_new (_("After the event"), &self->figures, &self->state));
  self->form = make_form (self);
  self->error = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  gtk_box_append (GTK_BOX (self->form), GTK_WIDGET (self->error));
  self->close = gtk_button_new_with_mnemonic (_("_Close Event"));
  gtk_widget_add_css_class (self->close, "suggested-action");
  gtk_widget_set_halign (self->close, GTK_ALIGN_START);
  g_signal_connect_object (self->close, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->form), self->close);
  gtk_box_append (GTK_BOX (box), self->form);
  self->series_box = cvn_event_section_new (_("Other editions"), &self->series, NULL);
  gtk_box_append (GTK_BOX (box), self->series_box);
  adw_bin_set_child (ADW_BIN (self), cvn_event_page_new (box));
}

/** cvn_event_closing_new: the after-event sheet of the event of @sheet. */
GtkWidget *
cvn_event_closing_new (CvnEventSheet *sheet)
{
  CvnEventClosingSheet *self = g_object_new (CVN_TYPE_EVENT_CLOSING, NULL);

  self->sheet = g_object_ref (sheet);
  self->notice = CVN_COST_NOTICE (cvn_cost_notice_new (cvn_event_sheet_get_centre (sheet)));
  gtk_list_box_append (GTK_LIST_BOX (gtk_widget_get_parent (self->entries[PART_COST])), GTK_WIDGET (self->notice));
  g_signal_connect_object (self->entries[PART_COST], "changed", G_CALLBACK (cost_changed_cb), self, G_CONNECT_SWAPPED);
  cvn_event_follow (GTK_WIDGET (self), sheet, G_CALLBACK (changed_cb));
  return GTK_WIDGET (self);
}
