/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-direction-list"

#include "cvn-direction-list.h"

#include "cvn-indicator-rule.h"
#include "cvn-roadmap-text.h"
#include "cvn-row-feed.h"
#include "cvn-tall.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnDirectionList
{
  AdwBin parent_instance;

  CvnRoadmapBook  *book;
  CvnDirectionWhat what;
  gboolean         stale; /* to be filled when it is next seen */
  CvnRowFeed      *feed;
  GtkWidget       *content;
};

/* Rows of the first frame: measuring words that wrap takes long, so what more there is room for comes in the frames right after. */
#define FIRST_ROWS 4

G_DEFINE_FINAL_TYPE (CvnDirectionList, cvn_direction_list, ADW_TYPE_BIN)

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          const char *kind,
          const char *id)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (id != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", kind, id);
    }
  return row;
}

/* A few words stay on one line, more may wrap, but not in a column of single words. */
static void
add_chip (GtkWidget  *row,
          const char *text,
          const char *css_class)
{
  GtkWidget *chip = cvn_roadmap_chip (text, css_class);

  gtk_label_set_wrap (GTK_LABEL (chip), g_utf8_strlen (text, -1) > 20);
  if (g_utf8_strlen (text, -1) > 20)
    gtk_label_set_width_chars (GTK_LABEL (chip), 15);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
}

static GtkWidget *
add_group (CvnDirectionList *self,
           const char       *title,
           const char       *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (GTK_BOX (self->content), group);
  return group;
}

static void
add_row (CvnDirectionList *self,
         GtkWidget        *group,
         GtkWidget        *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  cvn_row_feed_add (self->feed, row);
}

static void
join (GString    *text,
      const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static CvnRecord *
find_milestone (CvnDirectionList *self,
                const char       *id)
{
  GPtrArray *milestones = cvn_roadmap_book_get_records (self->book, "milestone");

  for (guint i = 0; id != NULL && i < milestones->len; i++)
    if (g_strcmp0 (cvn_record_get_id (milestones->pdata[i]), id) == 0)
      return milestones->pdata[i];
  return NULL;
}

static char *
dup_milestone (CvnDirectionList *self,
               CvnRecord        *milestone)
{
  CvnRecord       *before = find_milestone (self, cvn_record_get_text (milestone, "depends_on_milestone"));
  g_autofree char *status = cvn_roadmap_dup_choice (milestone, "status");
  g_autofree char *planned = cvn_roadmap_dup_day (cvn_record_get_text (milestone, "planned"));
  const char      *depends = cvn_record_get_text (milestone, "depends_on");
  GString         *text = g_string_new (status);

  join (text, planned);
  if (depends != NULL)
    {
      g_autofree char *waits = g_strdup_printf (_("depends on %s"), depends);

      join (text, waits);
    }
  if (before != NULL)
    {
      /* Translators: a milestone comes after another one */
      g_autofree char *after = g_strdup_printf (_("after “%s”"), cvn_roadmap_pick (before, "title"));

      join (text, after);
    }
  return g_string_free (text, FALSE);
}

static void
add_slip (CvnDirectionList *self,
          GtkWidget        *row,
          CvnRecord        *milestone)
{
  const char      *today = cvn_centre_get_today (cvn_roadmap_book_get_centre (self->book));
  g_autofree char *text = NULL;
  int              days = 0;

  if (!cvn_slip_find (cvn_record_get_text (milestone, "first_planned"), cvn_record_get_text (milestone, "planned"),
                      cvn_record_get_text (milestone, "done_on"), cvn_record_get_text (milestone, "status"), today, &days) ||
      days <= 0)
    return;
  text = g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) days), days);
  add_chip (row, text, g_strcmp0 (cvn_record_get_text (milestone, "status"), "achieved") == 0 ? NULL : "warning");
}

/* By half-year, the last one first, as the cards are. */
static int
compare_half_years (gconstpointer a,
                    gconstpointer b)
{
  CvnRecord *first = *(CvnRecord *const *) a, *second = *(CvnRecord *const *) b;
  int        order = g_strcmp0 (cvn_record_get_text (second, "half_year"), cvn_record_get_text (first, "half_year"));

  return order != 0 ? order : g_strcmp0 (cvn_record_get_text (first, "code"), cvn_record_get_text (second, "code"));
}

static void
fill_by_half_year (CvnDirectionList *self,
                   const char       *kind,
                   const char       *stem)
{
  GPtrArray *records = cvn_roadmap_book_get_records (self->book, kind);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  const char *last = "";
  GtkWidget  *group = NULL;

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (sorted, records->pdata[i]);
  g_ptr_array_sort (sorted, compare_half_years);
  for (guint i = 0; i < sorted->len; i++)
    {
      CvnRecord       *record = sorted->pdata[i];
      const char      *half_year = cvn_record_get_text (record, "half_year");
      gboolean         milestone = self->what == CVN_DIRECTION_MILESTONES;
      g_autofree char *subtitle = milestone ? dup_milestone (self, record) : cvn_roadmap_dup_choice (record, "status");
      GtkWidget       *row = make_row (cvn_roadmap_pick (record, stem), subtitle, kind, cvn_record_get_id (record));

      if (group == NULL || g_strcmp0 (half_year, last) != 0)
        group = add_group (self, half_year != NULL ? half_year : _("Without half-year"), NULL);
      last = half_year;
      if (milestone)
        add_slip (self, row, record);
      add_row (self, group, row);
    }
}

static char *
dup_value (CvnRecord *value)
{
  const char        *text = cvn_record_get_text (value, "value");
  CvnIndicatorNumber number;

  if (!cvn_indicator_parse (text, cvn_record_get_integer (value, "circa") != 0, &number))
    return g_strdup (text);
  return cvn_indicator_format (&number, cvn_record_get_text (value, "unit"), cvn_interface_language ());
}

/* Two values of one thing, period and place that no reading makes agree. */
static gboolean
contradicts (CvnRecord *value,
             CvnRecord *other)
{
  static const char *const same[] = { "definition", "indicator_nl", "period", "area", "organisation" };
  CvnIndicatorNumber       first;
  CvnIndicatorNumber       second;

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (g_strcmp0 (cvn_record_get_text (value, same[i]), cvn_record_get_text (other, same[i])) != 0)
      return FALSE;
  return value != other &&
         cvn_indicator_parse (cvn_record_get_text (value, "value"), cvn_record_get_integer (value, "circa") != 0, &first) &&
         cvn_indicator_parse (cvn_record_get_text (other, "value"), cvn_record_get_integer (other, "circa") != 0, &second) &&
         cvn_indicator_differs (&first, &second);
}

static void
add_value (CvnDirectionList *self,
           GtkWidget        *group,
           CvnRecord        *value)
{
  GPtrArray       *values = cvn_roadmap_book_get_records (self->book, "indicator_value");
  g_autofree char *number = dup_value (value);
  const char      *source = cvn_record_get_text (value, "source");
  GString         *place = g_string_new (NULL);
  g_autofree char *subtitle = NULL;
  GtkWidget       *row;

  join (place, cvn_record_get_text (value, "period"));
  join (place, cvn_record_get_text (value, "area"));
  if (source != NULL)
    {
      g_autofree char *said = g_strdup_printf (_("source: %s"), source);

      join (place, said);
    }
  subtitle = g_string_free (place, FALSE);
  row = make_row (cvn_roadmap_pick (value, "indicator"), subtitle, "indicator_value", cvn_record_get_id (value));
  for (guint i = 0; i < values->len; i++)
    if (contradicts (value, values->pdata[i]))
      {
        add_chip (row, _("sources differ"), "warning");
        break;
      }
  add_chip (row, number, NULL);
  add_row (self, group, row);
}

static void
add_target (GtkWidget  *row,
            CvnRecord  *indicator,
            const char *text)
{
  const char        *target = cvn_record_get_text (indicator, "target");
  g_autofree char   *label = NULL;
  CvnIndicatorNumber value;
  CvnIndicatorNumber wanted;
  gboolean           known = cvn_indicator_parse (text, FALSE, &value) && cvn_indicator_parse (target, FALSE, &wanted);

  if (target == NULL)
    return;
  label = g_strdup_printf (_("target %s"), target);
  add_chip (row, label, !known ? NULL : cvn_indicator_reaches (&value, &wanted) ? "success"
                                                                                : "warning");
}

static void
add_indicator (CvnDirectionList *self,
               GtkWidget        *group,
               CvnRecord        *indicator)
{
  const char        *automatic = cvn_record_get_text (indicator, "automatic");
  int                year = cvn_roadmap_book_get_sheet (self->book)->year;
  g_autofree char   *counted = g_strdup_printf (_("Counted by the program, %d"), year);
  GtkWidget         *row = make_row (cvn_roadmap_pick (indicator, "name"), automatic != NULL ? counted : _("Typed in, with a source"), "indicator", cvn_record_get_id (indicator));
  g_autofree char   *amount = automatic != NULL ? g_strdup_printf ("%lld", (long long) cvn_roadmap_book_get_automatic (self->book, automatic)) : NULL;
  CvnIndicatorNumber number;

  add_target (row, indicator, amount);
  if (amount != NULL && cvn_indicator_parse (amount, FALSE, &number))
    {
      g_autofree char *shown = cvn_indicator_format (&number, cvn_record_get_text (indicator, "unit"), cvn_interface_language ());

      add_chip (row, shown, NULL);
    }
  add_row (self, group, row);
}

static void
fill_indicators (CvnDirectionList *self)
{
  GPtrArray *indicators = cvn_roadmap_book_get_records (self->book, "indicator");
  GPtrArray *values = cvn_roadmap_book_get_records (self->book, "indicator_value");
  GtkWidget *group = NULL;

  for (guint i = 0; i < indicators->len; i++)
    {
      if (group == NULL)
        group = add_group (self, _("Indicators with a target"), NULL);
      add_indicator (self, group, indicators->pdata[i]);
    }
  group = NULL;
  for (guint i = 0; i < values->len; i++)
    {
      if (group == NULL)
        group = add_group (self, _("Measured values"), _("As their sources write them; sources that differ stand side by side."));
      add_value (self, group, values->pdata[i]);
    }
}

/* A button beside the title of a group, to add one more. */
static void
add_button (GtkWidget     *group,
            const CvnKind *kind)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  cvn_tooltip_set (button, _(kind->label_add));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kind->label_add), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "roadmap.add");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", kind->name);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
}

/* The fields of a record that say something, in the order of @fields. */
static char *
dup_fields (CvnRecord         *record,
            const char *const *fields)
{
  const CvnKind *kind = cvn_record_get_kind (record);
  GString       *text = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      guint            place = (guint) cvn_kind_find_field (kind, fields[i]);
      g_autofree char *part = cvn_value_is_none (cvn_record_get_value (record, place)) ? NULL
                                                                                       : cvn_field_format (&kind->fields[place], cvn_record_get_value (record, place), cvn_interface_language ());

      join (text, part);
    }
  return g_string_free (text, FALSE);
}

/* A group that nothing is in says so. */
static void
add_none (CvnDirectionList *self,
          GtkWidget        *group,
          const char       *text)
{
  GtkWidget *row = make_row (text, NULL, NULL, NULL);

  gtk_widget_add_css_class (row, "dim-label");
  add_row (self, group, row);
}

static void
fill_surroundings (CvnDirectionList *self)
{
  static const struct
  {
    const char *kind;
    const char *stem;
    const char *description;
    const char *none;
    const char *fields[5];
  } groups[] = {
    { "signal", "subject", N_("What the centre hears, from whom, and to whom it passed it."), N_("No signal was heard yet."), { "date", "received_from", "passed_to", "status" } },
    { "network", "name", N_("Where the centre takes part."), N_("No network yet."), { "kind", "participation", "start_date", "end_date" } },
    { "document", "title", N_("Reports and plans, with the place where they are kept."), N_("No document yet."), { "kind", "date", "version", "link" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      const CvnKind *kind = cvn_kind_find (groups[i].kind);
      GPtrArray     *records = cvn_roadmap_book_get_records (self->book, groups[i].kind);
      GtkWidget     *group = add_group (self, _(kind->label_plural), _(groups[i].description));

      if (!cvn_centre_is_read_only (cvn_roadmap_book_get_centre (self->book)))
        add_button (group, kind);
      for (guint r = 0; r < records->len; r++)
        {
          g_autofree char *subtitle = dup_fields (records->pdata[r], groups[i].fields);

          add_row (self, group, make_row (cvn_roadmap_pick (records->pdata[r], groups[i].stem), subtitle, groups[i].kind, cvn_record_get_id (records->pdata[r])));
        }
      if (records->len == 0)
        add_none (self, group, _(groups[i].none));
    }
}

/* Where there is none yet, the way to the first one. */
static GtkWidget *
make_first (const char *kind)
{
  GtkWidget *button = gtk_button_new_with_label (_(cvn_kind_find (kind)->label_add));

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "roadmap.add");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", kind);
  return button;
}

static void
add_empty (CvnDirectionList *self)
{
  static const char *const titles[] = { N_("No Milestones Yet"), N_("No Steps Yet"), N_("No Indicators Yet"), "" };
  static const char *const kinds[] = { "milestone", "step", "indicator", "signal" };
  GtkWidget               *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "cvn-roadmap-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _(titles[self->what]));
  if (!cvn_centre_is_read_only (cvn_roadmap_book_get_centre (self->book)))
    adw_status_page_set_child (ADW_STATUS_PAGE (status), make_first (kinds[self->what]));
  /* In the middle of the page, as on other pages. */
  gtk_widget_set_vexpand (status, TRUE);
  gtk_box_append (GTK_BOX (self->content), status);
}

static void
changed_cb (CvnDirectionList *self)
{
  GtkWidget *child;

  self->stale = TRUE;
  if (!cvn_roadmap_book_is_loaded (self->book) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->stale = FALSE;
  cvn_row_feed_begin (self->feed);
  while ((child = gtk_widget_get_first_child (self->content)) != NULL)
    gtk_box_remove (GTK_BOX (self->content), child);
  switch (self->what)
    {
    case CVN_DIRECTION_MILESTONES:
      fill_by_half_year (self, "milestone", "title");
      break;
    case CVN_DIRECTION_STEPS:
      fill_by_half_year (self, "step", "description");
      break;
    case CVN_DIRECTION_SURROUNDINGS:
      fill_surroundings (self);
      break;
    case CVN_DIRECTION_INDICATORS:
    default:
      fill_indicators (self);
      break;
    }
  if (gtk_widget_get_first_child (self->content) == NULL)
    add_empty (self);
}

static void
mapped_cb (CvnDirectionList *self)
{
  if (self->stale)
    changed_cb (self);
}

static void
cvn_direction_list_dispose (GObject *object)
{
  g_clear_object (&CVN_DIRECTION_LIST (object)->feed);
  g_clear_object (&CVN_DIRECTION_LIST (object)->book);
  G_OBJECT_CLASS (cvn_direction_list_parent_class)->dispose (object);
}

static void
cvn_direction_list_class_init (CvnDirectionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_direction_list_dispose;
}

static void
cvn_direction_list_init (CvnDirectionList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->feed = cvn_row_feed_new (GTK_WIDGET (self), FIRST_ROWS);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->content, "cvn-board");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), cvn_tall_new (clamp));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/** cvn_direction_list_new: one of the lists of @book. */
GtkWidget *
cvn_direction_list_new (CvnRoadmapBook  *book,
                        CvnDirectionWhat what)
{
  CvnDirectionList *self = g_object_new (CVN_TYPE_DIRECTION_LIST, NULL);

  self->book = g_object_ref (book);
  self->what = what;
  g_signal_connect_object (book, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cvn_roadmap_book_get_centre (book), "notify::read-only", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_after (self, "map", G_CALLBACK (mapped_cb), NULL);
  changed_cb (self);
  return GTK_WIDGET (self);
}
