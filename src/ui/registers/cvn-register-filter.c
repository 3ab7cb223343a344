/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-register-filter"

#include "cvn-register-filter.h"

#include "cvn-code-name.h"
#include "cvn-query-words.h"
#include "cvn-reference-popover.h"
#include "cvn-register-fields.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _CvnRegisterFilter
{
  GtkPopover parent_instance;

  CvnCentre *centre;
  CvnQuery  *query;
  GtkWidget *scrolled;
  GtkWidget *box;
  GPtrArray *checks;  /* of Check: the boxes of all fields */
  GPtrArray *entries; /* of Reference */
};

/* One value of a choice. */
typedef struct
{
  CvnRegisterFilter *self;
  guint              field;
  const char        *code;
  GtkCheckButton    *button;
} Check;

/* A field that refers to another record. */
typedef struct
{
  CvnRegisterFilter   *self;
  guint                field;
  GtkEditable         *entry;
  CvnReferencePopover *popover;
  gboolean             setting;
} Reference;

typedef enum {
  CHANGED,
  N_SIGNALS,
} CvnRegisterFilterSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnRegisterFilter, cvn_register_filter, GTK_TYPE_POPOVER)

static void
reference_free (Reference *reference)
{
  gtk_widget_unparent (GTK_WIDGET (reference->popover));
  g_free (reference);
}

static void
clear (CvnRegisterFilter *self)
{
  g_ptr_array_set_size (self->entries, 0);
  if (self->box != NULL)
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), NULL);
  self->box = NULL;
  g_ptr_array_set_size (self->checks, 0);
}

static void
cvn_register_filter_dispose (GObject *object)
{
  CvnRegisterFilter *self = CVN_REGISTER_FILTER (object);

  clear (self);
  g_clear_object (&self->centre);
  g_clear_pointer (&self->query, cvn_query_free);
  G_OBJECT_CLASS (cvn_register_filter_parent_class)->dispose (object);
}

static void
cvn_register_filter_finalize (GObject *object)
{
  CvnRegisterFilter *self = CVN_REGISTER_FILTER (object);

  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->entries);
  G_OBJECT_CLASS (cvn_register_filter_parent_class)->finalize (object);
}

static void
changed (CvnRegisterFilter *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (Check *check)
{
  CvnRegisterFilter *self = check->self;
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < self->checks->len; i++)
    {
      Check *other = g_ptr_array_index (self->checks, i);

      if (other->field != check->field)
        continue;
      g_ptr_array_add (all, (gpointer) other->code);
      if (gtk_check_button_get_active (other->button))
        g_ptr_array_add (codes, (gpointer) other->code);
    }
  /* Every box is the same as none: nothing is asked. */
  if (codes->len == all->len)
    g_ptr_array_set_size (codes, 0);
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (all, NULL);
  cvn_query_set_allowed (self->query, check->field, (const char *const *) codes->pdata, (const char *const *) all->pdata);
  changed (self);
}

static void
year_cb (CvnRegisterFilter *self,
         GParamSpec        *pspec,
         GtkDropDown       *drop_down)
{
  const CvnKind   *kind = cvn_query_get_kind (self->query);
  guint            field = (guint) cvn_register_fields_find_date (kind);
  GtkStringObject *item = gtk_drop_down_get_selected_item (drop_down);
  int              year = item != NULL ? (int) g_ascii_strtoll (gtk_string_object_get_string (item), NULL, 10) : 0;

  cvn_query_clear_field (self->query, kind->fields[field].name);
  if (year > 0)
    cvn_query_add_year (self->query, kind->fields[field].name, year);
  changed (self);
}

static void
chosen_cb (Reference           *reference,
           CvnRecordLink       *link,
           CvnReferencePopover *popover)
{
  CvnRegisterFilter *self = reference->self;
  const char        *name = cvn_query_get_kind (self->query)->fields[reference->field].name;

  reference->setting = TRUE;
  gtk_editable_set_text (reference->entry, cvn_record_link_get_title (link));
  reference->setting = FALSE;
  cvn_query_clear_field (self->query, name);
  cvn_query_add_text (self->query, name, CVN_MATCH_EQUAL, cvn_record_link_get_id (link));
  changed (self);
}

static void
typed_cb (Reference *reference)
{
  const char *text = gtk_editable_get_text (reference->entry);
  const char *name = cvn_query_get_kind (reference->self->query)->fields[reference->field].name;

  if (reference->setting)
    return;
  if (*text != '\0')
    {
      cvn_reference_popover_find (reference->popover, text);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (reference->popover));
  cvn_query_clear_field (reference->self->query, name);
  changed (reference->self);
}

static void
entered_cb (Reference *reference)
{
  cvn_reference_popover_choose (reference->popover);
}

static gboolean
key_cb (Reference      *reference,
        guint           key,
        guint           code,
        GdkModifierType modifiers)
{
  if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    return cvn_reference_popover_move (reference->popover, key == GDK_KEY_Down ? 1 : -1);
  return GDK_EVENT_PROPAGATE;
}

static GtkWidget *
add_heading (CvnRegisterFilter *self,
             const char        *text)
{
  GtkWidget *heading = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self->box), heading);
  return heading;
}

static void
add_check (CvnRegisterFilter *self,
           guint              field,
           const char        *code,
           const char        *label)
{
  Check *check = g_new0 (Check, 1);

  check->self = self;
  check->field = field;
  check->code = code;
  check->button = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (label));
  gtk_check_button_set_active (check->button, cvn_query_words_has_field (self->query, field) && cvn_query_allows (self->query, field, code));
  g_signal_connect_swapped (check->button, "toggled", G_CALLBACK (toggled_cb), check);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (check->button));
  g_ptr_array_add (self->checks, check);
}

/* A check for each code that can be chosen. */
static void
add_names (CvnRegisterFilter *self,
           guint              place)
{
  const CvnField *field = &cvn_query_get_kind (self->query)->fields[place];
  g_autoptr (GPtrArray) names = cvn_centre_list_names (self->centre, field);

  for (guint i = 0; i < names->len; i++)
    {
      const CvnCodeName *name = names->pdata[i];

      add_check (self, place, g_intern_string (name->code), cvn_code_name_get (name, cvn_interface_language ()));
    }
}

static void
add_choices (CvnRegisterFilter *self,
             guint              place)
{
  const CvnField *field = &cvn_query_get_kind (self->query)->fields[place];

  add_heading (self, _(field->label));
  if (field->type == CVN_FIELD_BOOLEAN)
    {
      add_check (self, place, "1", _("Yes"));
      add_check (self, place, "0", _("No"));
      return;
    }
  if (field->named_by != NULL)
    {
      add_names (self, place);
      return;
    }
  for (const CvnChoice *choice = field->choices; choice != NULL && choice->code != NULL; choice++)
    add_check (self, place, choice->code, _(choice->label));
}

static void
add_years (CvnRegisterFilter *self,
           guint              place)
{
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);
  int        wanted = cvn_query_get_year (self->query, place);
  guint      selected = 0;
  int        first;
  int        last;
  GtkWidget *drop_down;
  GtkWidget *heading = add_heading (self, _("Year"));

  g_object_get (self->centre, "first-year", &first, "last-year", &last, NULL);
  gtk_string_list_append (years, _("All Years"));
  for (int year = MAX (last, wanted); year >= first && year > 0; year--)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);

      if (year == wanted)
        selected = g_list_model_get_n_items (G_LIST_MODEL (years));
      gtk_string_list_append (years, text);
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&years)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (year_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), drop_down);
}

static void
add_reference (CvnRegisterFilter *self,
               guint              place)
{
  const CvnField     *field = &cvn_query_get_kind (self->query)->fields[place];
  Reference          *reference = g_new0 (Reference, 1);
  GtkWidget          *entry = gtk_entry_new ();
  GtkWidget          *heading = add_heading (self, _(field->label));
  GtkEventController *keys = gtk_event_controller_key_new ();

  reference->self = self;
  reference->field = place;
  reference->entry = GTK_EDITABLE (entry);
  reference->popover = cvn_reference_popover_new (self->centre, cvn_kind_find (field->refers_to), entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Type to search"));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), reference);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entered_cb), reference);
  g_signal_connect_swapped (reference->popover, "chosen", G_CALLBACK (chosen_cb), reference);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), reference);
  gtk_widget_add_controller (entry, keys);
  gtk_box_append (GTK_BOX (self->box), entry);
  g_ptr_array_add (self->entries, reference);
}

static void
build (CvnRegisterFilter *self)
{
  const CvnKind *kind = cvn_query_get_kind (self->query);
  int            date = cvn_register_fields_find_date (kind);

  clear (self);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "cvn-filter");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->box);
  if (date >= 0)
    add_years (self, (guint) date);
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == CVN_FIELD_REFERENCE)
      add_reference (self, i);
  for (guint i = 0; i < kind->n_fields; i++)
    if (cvn_register_field_has_choice (&kind->fields[i]))
      add_choices (self, i);
  if (gtk_widget_get_first_child (self->box) == NULL)
    gtk_widget_add_css_class (add_heading (self, _("These records have nothing to filter by")), "dim-label");
}

/* Built when it is opened: most lists are never filtered. */
static void
cvn_register_filter_show (GtkWidget *widget)
{
  CvnRegisterFilter *self = CVN_REGISTER_FILTER (widget);

  if (self->query != NULL)
    build (self);
  GTK_WIDGET_CLASS (cvn_register_filter_parent_class)->show (widget);
}

static void
cvn_register_filter_class_init (CvnRegisterFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cvn_register_filter_dispose;
  object_class->finalize = cvn_register_filter_finalize;
  GTK_WIDGET_CLASS (klass)->show = cvn_register_filter_show;

  signals[CHANGED] = g_signal_new ("changed", CVN_TYPE_REGISTER_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_register_filter_init (CvnRegisterFilter *self)
{
  self->checks = g_ptr_array_new_with_free_func (g_free);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) reference_free);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), 420);
  gtk_widget_set_size_request (self->scrolled, 240, -1);
  gtk_popover_set_child (GTK_POPOVER (self), self->scrolled);
}

/** cvn_register_filter_set_query: starts from @query, copied. */
void
cvn_register_filter_set_query (CvnRegisterFilter *self,
                               CvnCentre         *centre,
                               const CvnQuery    *query)
{
  g_set_object (&self->centre, centre);
  g_clear_pointer (&self->query, cvn_query_free);
  self->query = cvn_query_copy (query);
}

/** cvn_register_filter_get_query: what is asked for now, owned by the popover. */
const CvnQuery *
cvn_register_filter_get_query (CvnRegisterFilter *self)
{
  return self->query;
}
