/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-reports-window"

#include "cvn-reports-window.h"

#include "cvn-month-name.h"
#include "cvn-report-filters.h"
#include "cvn-report-window.h"
#include "cvn-saved-reports.h"
#include "cvn-text.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

/* What a report lets one choose besides the year. */
typedef enum {
  WITHOUT_PERIOD,
  BY_HALF_YEAR,
  BY_PERIOD,
} Options;

static const struct
{
  CvnReportName name;
  const char   *title;
  Options       options;
} reports[] = {
  { CVN_REPORT_KEY_FIGURES, N_("Key figures"), WITHOUT_PERIOD },
  { CVN_REPORT_PROJECT_CARD, N_("Project card"), BY_HALF_YEAR },
  { CVN_REPORT_CONVENANT, N_("Status of the covenant"), WITHOUT_PERIOD },
  { CVN_REPORT_BUDGET, N_("Budget"), WITHOUT_PERIOD },
  { CVN_REPORT_EVENTS, N_("Events of a period"), BY_PERIOD },
  { CVN_REPORT_ROADMAP, N_("Roadmap on A3"), WITHOUT_PERIOD },
  { CVN_REPORT_PROOF_SHEET, N_("Proof of the division"), WITHOUT_PERIOD },
};

#define YEARS_BACK    6
#define YEARS_FORWARD 2

struct _CvnReportsWindow
{
  AdwWindow parent_instance;

  CvnCentre *centre;
  int        first_year;

  AdwComboRow         *report;
  AdwComboRow         *year;
  AdwComboRow         *half;
  AdwComboRow         *period;
  AdwComboRow         *language;
  CvnReportFilters    *filters;
  AdwEntryRow         *name;
  AdwPreferencesGroup *saved;
  GPtrArray           *rows; /* of the saved ones */
};

G_DEFINE_FINAL_TYPE (CvnReportsWindow, cvn_reports_window, ADW_TYPE_WINDOW)

static void fill_saved (CvnReportsWindow *self);

static guint
get_report (CvnReportsWindow *self)
{
  return MIN (adw_combo_row_get_selected (self->report), G_N_ELEMENTS (reports) - 1);
}

/** cvn_reports_window_dup_record: (transfer full): what the chosen report is told: "2019", "2018-H2", "2019-03 mode=own". */
char *
cvn_reports_window_dup_record (CvnReportsWindow *self)
{
  GString *record = g_string_new (NULL);
  guint    period = adw_combo_row_get_selected (self->period);

  g_string_printf (record, "%d", self->first_year + (int) adw_combo_row_get_selected (self->year));
  switch (reports[get_report (self)].options)
    {
    case BY_HALF_YEAR:
      g_string_append_printf (record, "-H%u", adw_combo_row_get_selected (self->half) + 1);
      break;
    case BY_PERIOD:
      if (period > 2)
        g_string_append_printf (record, "-%02u", period - 2);
      else if (period > 0)
        g_string_append_printf (record, "-H%u", period);
      break;
    case WITHOUT_PERIOD:
    default:
      break;
    }
  cvn_report_filters_append (self->filters, record);
  return g_string_free (record, FALSE);
}

static void
open_report (CvnReportsWindow *self,
             CvnReportName     name,
             const char       *record,
             CvnLanguage       language)
{
  CvnReportWindow *window = cvn_report_window_new (GTK_WINDOW (self), self->centre, name, record);

  cvn_report_window_set_language (window, language);
  gtk_window_present (GTK_WINDOW (window));
}

static CvnLanguage
get_language (CvnReportsWindow *self)
{
  return adw_combo_row_get_selected (self->language) == 0 ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN;
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnReportsWindow *self = CVN_REPORTS_WINDOW (widget);
  g_autofree char  *record = cvn_reports_window_dup_record (self);

  open_report (self, reports[get_report (self)].name, record, get_language (self));
}

static void
report_changed_cb (CvnReportsWindow *self)
{
  Options options = reports[get_report (self)].options;

  gtk_widget_set_visible (GTK_WIDGET (self->half), options == BY_HALF_YEAR);
  gtk_widget_set_visible (GTK_WIDGET (self->period), options == BY_PERIOD);
  cvn_report_filters_show (self->filters, reports[get_report (self)].name);
}

static void
keep_cb (CvnReportsWindow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree char *record = cvn_reports_window_dup_record (self);

  if (*name == '\0')
    return;
  cvn_saved_reports_put (name, cvn_report_name_to_text (reports[get_report (self)].name), record, get_language (self) == CVN_LANGUAGE_NL ? "nl" : "en");
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  fill_saved (self);
}

static void
open_saved_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  const char   *report;
  const char   *record;
  const char   *language;
  CvnReportName name;

  g_variant_get (parameter, "(&s&s&s)", &report, &record, &language);
  if (cvn_report_name_from_text (report, &name))
    open_report (CVN_REPORTS_WINDOW (widget), name, record, g_str_equal (language, "nl") ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN);
}

static void
forget_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  cvn_saved_reports_remove (g_variant_get_string (parameter, NULL));
  fill_saved (CVN_REPORTS_WINDOW (widget));
}

static const char *
find_title (const char *report)
{
  CvnReportName name;

  for (guint i = 0; cvn_report_name_from_text (report, &name) && i < G_N_ELEMENTS (reports); i++)
    if (reports[i].name == name)
      return _(reports[i].title);
  return report;
}

/* "Events of a period: 2019-03, Own" */
static char *
dup_saved_words (CvnReportsWindow     *self,
                 const CvnSavedReport *saved)
{
  CvnReportName    name = CVN_REPORT_PROOF_SHEET;
  gboolean         is_known = cvn_report_name_from_text (saved->report, &name);
  g_autofree char *words = is_known ? cvn_report_filters_describe (self->filters, name, saved->record) : g_strdup (saved->record);

  /* Translators: a report, and its period and filter */
  return g_strdup_printf (_("%1$s: %2$s"), find_title (saved->report), words);
}

static GtkWidget *
make_saved_row (CvnReportsWindow     *self,
                const CvnSavedReport *saved)
{
  g_autofree char *subtitle = dup_saved_words (self, saved);
  GtkWidget       *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", saved->name, "subtitle", subtitle, "activatable", TRUE, NULL);
  GtkWidget       *forget = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "reports.open-saved");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", saved->report, saved->record, saved->language);
  gtk_widget_add_css_class (forget, "flat");
  gtk_widget_set_valign (forget, GTK_ALIGN_CENTER);
  cvn_tooltip_set (forget, _("Forget this filter"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (forget), "reports.forget");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (forget), "s", saved->name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), forget);
  return row;
}

static void
fill_saved (CvnReportsWindow *self)
{
  g_autoptr (GPtrArray) saved = cvn_saved_reports_load ();

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->saved, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < saved->len; i++)
    {
      GtkWidget *row = make_saved_row (self, saved->pdata[i]);

      adw_preferences_group_add (self->saved, row);
      g_ptr_array_add (self->rows, row);
    }
}

static AdwComboRow *
add_combo (AdwPreferencesGroup *group,
           const char          *title,
           GtkStringList       *words)
{
  AdwComboRow *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "model", words, NULL);

  adw_preferences_group_add (group, GTK_WIDGET (row));
  return row;
}

static GtkStringList *
list_periods (void)
{
  GtkStringList *words = gtk_string_list_new ((const char *const[]){ _("Whole year"), _("First half"), _("Second half"), NULL });

  for (guint month = 1; month <= 12; month++)
    gtk_string_list_append (words, cvn_month_name (month, cvn_interface_language ()));
  return words;
}

static void
add_years (CvnReportsWindow    *self,
           AdwPreferencesGroup *group)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  int year = cvn_centre_get_year (self->centre);

  self->first_year = year - YEARS_BACK;
  for (int i = self->first_year; i <= year + YEARS_FORWARD; i++)
    {
      g_autofree char *word = g_strdup_printf ("%d", i);

      gtk_string_list_append (words, word);
    }
  self->year = add_combo (group, _("Year"), words);
  adw_combo_row_set_selected (self->year, YEARS_BACK);
}

static GtkWidget *
make_choice (CvnReportsWindow *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) halves = gtk_string_list_new ((const char *const[]){ _("First half"), _("Second half"), NULL });
  g_autoptr (GtkStringList) languages = gtk_string_list_new ((const char *const[]){ "Nederlands", "English", NULL });
  g_autoptr (GtkStringList) periods = list_periods ();

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    gtk_string_list_append (titles, _(reports[i].title));
  self->report = add_combo (group, _("Report"), titles);
  add_years (self, group);
  self->half = add_combo (group, _("Half-year"), halves);
  self->period = add_combo (group, _("Period"), periods);
  self->language = add_combo (group, _("Language"), languages);
  adw_combo_row_set_selected (self->language, cvn_interface_language () == CVN_LANGUAGE_NL ? 0 : 1);
  g_signal_connect_object (self->report, "notify::selected", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (group);
}

static GtkWidget *
make_saved (CvnReportsWindow *self)
{
  self->saved = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->saved, _("Saved Filters"));
  adw_preferences_group_set_description (self->saved, _("A report with its period and filter, under a name of your own."));
  self->name = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _("Save this choice as"), "show-apply-button", TRUE, NULL);
  adw_preferences_group_add (self->saved, GTK_WIDGET (self->name));
  g_signal_connect_object (self->name, "apply", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  fill_saved (self);
  return GTK_WIDGET (self->saved);
}

static GtkWidget *
make_header (void)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *open = gtk_button_new_with_mnemonic (_("_Preview"));

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (_("Reports"), NULL));
  gtk_widget_add_css_class (open, "suggested-action");
  cvn_tooltip_set (open, _("Show the pages, to print or to save them"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "reports.open");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), open);
  return header;
}

static void
fill (CvnReportsWindow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();

  self->filters = g_object_ref_sink (cvn_report_filters_new (self->centre));
  g_signal_connect_object (self->filters, "loaded", G_CALLBACK (fill_saved), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (page, TRUE);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_choice (self)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (self->filters));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_saved (self)));
  gtk_box_append (GTK_BOX (content), make_header ());
  gtk_box_append (GTK_BOX (content), page);
  adw_window_set_content (ADW_WINDOW (self), content);
  report_changed_cb (self);
}

static void
cvn_reports_window_dispose (GObject *object)
{
  CvnReportsWindow *self = CVN_REPORTS_WINDOW (object);

  g_clear_object (&self->centre);
  g_clear_object (&self->filters);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (cvn_reports_window_parent_class)->dispose (object);
}

static void
cvn_reports_window_class_init (CvnReportsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_reports_window_dispose;
  gtk_widget_class_install_action (widget_class, "reports.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "reports.open-saved", "(sss)", open_saved_cb);
  gtk_widget_class_install_action (widget_class, "reports.forget", "s", forget_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "reports.open", NULL);
}

static void
cvn_reports_window_init (CvnReportsWindow *self)
{
  self->rows = g_ptr_array_new ();
}

/** cvn_reports_window_new: (transfer none): the reports of @centre, of the year in focus beforehand; not shown yet. */
CvnReportsWindow *
cvn_reports_window_new (GtkWindow *parent,
                        CvnCentre *centre)
{
  CvnReportsWindow *self = g_object_new (CVN_TYPE_REPORTS_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
                                         "title", _("Reports"), "default-width", 480, "default-height", 600, NULL);

  self->centre = g_object_ref (centre);
  fill (self);
  return self;
}
