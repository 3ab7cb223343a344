/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-view"

#include "cvn-event-view.h"

#include "cvn-clash-line.h"
#include "cvn-code-name.h"
#include "cvn-event-item.h"
#include "cvn-event-operations.h"
#include "cvn-event-parts.h"
#include "cvn-event-sections.h"
#include "cvn-record-form.h"
#include "cvn-record-page.h"
#include "cvn-signups-view.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnEventView
{
  AdwBin parent_instance;

  CvnEventSheet *sheet;
  CvnRecordForm *form;
  GtkLabel      *title;
  GtkLabel      *when;
  GtkLabel      *state;
  GtkWidget     *clashes;
  GtkWidget     *menu;
  GtkWidget     *copy_popover;
  GtkLabel      *copy_heading;
  GtkWidget     *copy_entry;
  GtkWidget     *copy_button;
  gboolean       repeats; /* what the popover asks the day of: the next edition, or a copy */
  GtkLabel      *copy_error;
  AdwViewStack  *parts;
  GtkWidget     *tabs;
  GCancellable  *loading;
};

static guint closed_signal;
static guint copied_signal;

G_DEFINE_FINAL_TYPE (CvnEventView, cvn_event_view, ADW_TYPE_BIN)

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (CvnEventView) self = data;
  CvnCentre *centre = self->sheet != NULL ? cvn_event_sheet_get_centre (self->sheet) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnRecordPage) page = NULL;
  g_autoptr (CvnDraft) draft = NULL;
  CvnRecord *record;

  if (centre == NULL || !cvn_centre_is_open (centre))
    return;
  page = cvn_record_page_read_finish (centre, result, &error);
  record = page != NULL ? g_ptr_array_index (page->records, 0) : NULL;
  if (record == NULL)
    return;
  draft = cvn_draft_load (centre, record, g_ptr_array_index (page->titles, 0), g_ptr_array_index (page->fields, 0));
  cvn_record_form_set_draft (self->form, draft);
}

/** cvn_event_view_show: shows the event with this id. */
void
cvn_event_view_show (CvnEventView *self,
                     const char   *id)
{
  if (g_strcmp0 (cvn_event_sheet_get_id (self->sheet), id) == 0)
    return;
  cvn_record_form_leave (self->form);
  cvn_event_sheet_set_event (self->sheet, id);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  cvn_record_page_read_one_async (cvn_event_sheet_get_centre (self->sheet), cvn_kind_find ("event"), id, self->loading, loaded_cb, g_object_ref (self));
}

/* The parts of an event in the order of their words; they follow its sheet. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  GtkWidget *(*make) (CvnEventSheet *sheet); /* NULL for the form, which is there from the start */
} parts[] = {
  { "details", N_("Details"), "document-edit-symbolic", NULL },
  { "signups", N_("Sign-ups"), "contact-new-symbolic", cvn_signups_view_new },
  { "publications", N_("Publications"), "mail-send-symbolic", cvn_event_publications_new },
  { "tasks", N_("Tasks"), "view-list-bullet-symbolic", cvn_event_tasks_new },
  { "costs", N_("Costs"), "cvn-budget-symbolic", cvn_event_costs_new },
  { "closing", N_("Afterwards"), "object-select-symbolic", cvn_event_closing_new },
};

/* What lies below another part is not seen: GTK would give it its style all the same. */
static void
hide_parts (CvnEventView *self)
{
  const char *shown = adw_view_stack_get_visible_child_name (self->parts);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *part = adw_bin_get_child (ADW_BIN (adw_view_stack_get_child_by_name (self->parts, parts[i].name)));

      if (part != NULL)
        gtk_widget_set_visible (part, g_str_equal (parts[i].name, shown));
    }
}

/* Made when it is first looked at: who opens an event does not wait for five parts more than the one that is shown. */
static GtkWidget *
need_part (CvnEventView *self,
           const char   *name)
{
  AdwBin *bin = ADW_BIN (adw_view_stack_get_child_by_name (self->parts, name));

  for (guint i = 0; i < G_N_ELEMENTS (parts) && adw_bin_get_child (bin) == NULL; i++)
    if (g_str_equal (parts[i].name, name))
      adw_bin_set_child (bin, parts[i].make (self->sheet));
  hide_parts (self);
  return adw_bin_get_child (bin);
}

static void
part_changed_cb (CvnEventView *self)
{
  need_part (self, adw_view_stack_get_visible_child_name (self->parts));
}

/** cvn_event_view_leave: saves what was typed. */
void
cvn_event_view_leave (CvnEventView *self)
{
  cvn_record_form_leave (self->form);
}

/** cvn_event_view_show_part: shows details, signups, publications, tasks, costs or closing. */
void
cvn_event_view_show_part (CvnEventView *self,
                          const char   *part)
{
  adw_view_stack_set_visible_child_name (self->parts, part);
}

/** cvn_event_view_get_part: the widget of a part, owned by the view; made if nobody looked at it yet. */
GtkWidget *
cvn_event_view_get_part (CvnEventView *self,
                         const char   *part)
{
  return need_part (self, part);
}

/** cvn_event_view_get_sheet: what is shown, owned by the view. */
CvnEventSheet *
cvn_event_view_get_sheet (CvnEventView *self)
{
  return self->sheet;
}

static const char *
get_choice (CvnRecord  *record,
            const char *field)
{
  const CvnKind   *kind = cvn_record_get_kind (record);
  const CvnChoice *choice = cvn_field_find_choice (&kind->fields[cvn_kind_find_field (kind, field)], cvn_record_get_text (record, field));

  return choice != NULL ? _(choice->label) : NULL;
}

static void
append_word (GString    *text,
             const char *word)
{
  if (word != NULL && *word != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", word);
}

/* Axes and the stages of any scheme are records with a name of their own. */
static void
append_named (GString    *text,
              CvnCentre  *centre,
              CvnRecord  *event,
              const char *field)
{
  const CvnKind *kind = cvn_record_get_kind (event);
  g_autoptr (GPtrArray) names = cvn_centre_list_names (centre, &kind->fields[cvn_kind_find_field (kind, field)]);
  const char        *code = cvn_record_get_text (event, field);
  const CvnCodeName *name = code != NULL ? cvn_code_names_find (names, code) : NULL;

  append_word (text, name != NULL ? cvn_code_name_get (name, cvn_interface_language ()) : code);
}

static char *
dup_state (CvnCentre *centre,
           CvnRecord *event)
{
  GString *text = g_string_new (NULL);

  if (cvn_record_get_integer (event, "template") == 1)
    append_word (text, _("Template"));
  else
    append_word (text, get_choice (event, "status"));
  append_word (text, get_choice (event, "mode"));
  if (cvn_record_get_integer (event, "sponsored") == 1)
    append_word (text, _("Sponsored"));
  append_word (text, get_choice (event, "audience"));
  append_named (text, centre, event, "axis");
  append_named (text, centre, event, "life_stage");
  return g_string_free (text, FALSE);
}

static void
changed_cb (CvnEventView *self)
{
  CvnRecord       *event = cvn_event_sheet_get_record (self->sheet);
  gboolean         writable = !cvn_event_is_read_only (self->sheet);
  const char      *status = cvn_record_get_text (event, "status");
  g_autofree char *time = cvn_event_when (cvn_record_get_text (event, "starts"), cvn_record_get_text (event, "ends"), cvn_record_get_text (event, "time_zone"));
  GString         *when = g_string_new (time);
  g_autofree char *state = dup_state (cvn_event_sheet_get_centre (self->sheet), event);

  append_word (when, cvn_record_get_integer (event, "online") == 1 ? _("Online") : cvn_record_get_text (event, "location"));
  gtk_label_set_text (self->title, cvn_event_sheet_get_title (self->sheet));
  gtk_label_set_text (self->when, when->str);
  gtk_label_set_text (self->state, state);
  g_string_free (when, TRUE);
  cvn_clash_lines_fill (self->clashes, cvn_event_sheet_get_clashes (self->sheet));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.delete", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.copy", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.repeat", writable && cvn_record_get_integer (event, "template") != 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.spread", writable && cvn_record_has (event, "series"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.make-template", writable && cvn_record_get_integer (event, "template") != 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.cancel", writable && g_strcmp0 (status, "held") != 0 && g_strcmp0 (status, "cancelled") != 0);
}

static void
gone_cb (CvnEventView *self)
{
  cvn_event_sheet_set_event (self->sheet, NULL);
  g_signal_emit (self, closed_signal, 0);
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CvnEventView *self = CVN_EVENT_VIEW (widget);

  if (cvn_event_sheet_is_loaded (self->sheet))
    cvn_event_run (widget, self->sheet, cvn_event_cancel_new (cvn_event_sheet_get_id (self->sheet)), _("The event is cancelled"), NULL);
}

/* A template has the day of its model; its copies say their own. */
static void
make_template_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  CvnEventView *self = CVN_EVENT_VIEW (widget);

  if (cvn_event_sheet_is_loaded (self->sheet))
    cvn_event_run (widget, self->sheet,
                   cvn_event_copy_new (cvn_event_sheet_get_id (self->sheet), cvn_record_get_text (cvn_event_sheet_get_record (self->sheet), "starts"), TRUE),
                   _("The template is there: the button with a plus in the calendar offers it"), NULL);
}

static void
show_copy_error (CvnEventView *self,
                 const char   *message)
{
  gtk_label_set_text (self->copy_error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->copy_error), message != NULL);
  if (gtk_widget_get_visible (self->copy_popover))
    gtk_popover_present (GTK_POPOVER (self->copy_popover)); /* a menu button presents anew only a popover of its own: this one would not grow */
  if (message != NULL)
    gtk_widget_grab_focus (self->copy_entry);
}

static void
refused_cb (GtkWidget  *view,
            const char *message,
            const char *field)
{
  CvnEventView *self = CVN_EVENT_VIEW (view);

  gtk_popover_popup (GTK_POPOVER (self->copy_popover));
  show_copy_error (self, message);
}

static void
made_cb (GtkWidget  *view,
         const char *id)
{
  g_signal_emit (view, copied_signal, 0, id);
}

/* The day that was typed, at the time on the clock of the event. */
static char *
read_copy_start (CvnEventView *self,
                 GError      **error)
{
  const char      *starts = cvn_record_get_text (cvn_event_sheet_get_record (self->sheet), "starts");
  const char      *time = g_strstr_len (starts, -1, "T");
  g_autofree char *day = NULL;
  CvnDate          date;

  if (!cvn_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->copy_entry)), cvn_interface_language (), &date, error))
    return NULL;
  if (cvn_date_get_precision (&date) != CVN_DATE_DAY)
    date = cvn_date_first (&date);
  day = cvn_date_to_iso (&date);
  return g_strconcat (day, time, NULL);
}

static void
copy_now_cb (CvnEventView *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *starts = NULL;

  if (!cvn_event_sheet_is_loaded (self->sheet))
    return;
  starts = read_copy_start (self, &error);
  if (starts == NULL)
    {
      show_copy_error (self, error->message);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self->copy_popover));
  cvn_event_make (GTK_WIDGET (self), cvn_event_sheet_get_centre (self->sheet), cvn_event_sheet_get_title (self->sheet),
                  self->repeats ? cvn_event_repeat_new (cvn_event_sheet_get_id (self->sheet), starts)
                                : cvn_event_copy_new (cvn_event_sheet_get_id (self->sheet), starts, FALSE),
                  self->repeats ? _("The next edition is there, with its tasks and publications") : _("Copied, with its tasks and publications"),
                  refused_cb, made_cb);
}

/* On the same day of the week a year later, unless somebody says otherwise. */
static void
ask_day (CvnEventView *self,
         gboolean      repeats)
{
  const char      *question = repeats ? _("When is the next edition?") : _("Copy to which day?");
  CvnDate          day;
  int              minutes;
  g_autofree char *text = NULL;

  if (!cvn_event_sheet_is_loaded (self->sheet) ||
      !cvn_local_time_parse (cvn_record_get_text (cvn_event_sheet_get_record (self->sheet), "starts"), &day, &minutes, NULL))
    return;
  self->repeats = repeats;
  gtk_label_set_text (self->copy_heading, question);
  gtk_button_set_label (GTK_BUTTON (self->copy_button), repeats ? _("_Make Next Edition") : _("_Copy"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  day = cvn_date_add_days (day, 364);
  text = cvn_date_format (&day, cvn_interface_language ());
  gtk_editable_set_text (GTK_EDITABLE (self->copy_entry), text);
  show_copy_error (self, NULL);
  gtk_popover_popup (GTK_POPOVER (self->copy_popover));
  gtk_widget_grab_focus (self->copy_entry);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  ask_day (CVN_EVENT_VIEW (widget), FALSE);
}

static void
repeat_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  ask_day (CVN_EVENT_VIEW (widget), TRUE);
}

static void
spread_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CvnEventView *self = CVN_EVENT_VIEW (widget);

  if (cvn_event_sheet_is_loaded (self->sheet))
    cvn_event_run (widget, self->sheet, cvn_event_spread_new (cvn_event_sheet_get_id (self->sheet)),
                   _("Later editions have the same title, place, hours and capacity"), NULL);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CvnEventView *self = CVN_EVENT_VIEW (widget);

  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.delete", NULL);
}

static void
cvn_event_view_dispose (GObject *object)
{
  CvnEventView *self = CVN_EVENT_VIEW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->copy_popover, gtk_widget_unparent);
  g_clear_object (&self->sheet);
  G_OBJECT_CLASS (cvn_event_view_parent_class)->dispose (object);
}

static void
cvn_event_view_class_init (CvnEventViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_event_view_dispose;
  closed_signal = g_signal_new ("closed", CVN_TYPE_EVENT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  copied_signal = g_signal_new ("copied", CVN_TYPE_EVENT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "event.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "event.repeat", NULL, repeat_cb);
  gtk_widget_class_install_action (widget_class, "event.spread", NULL, spread_cb);
  gtk_widget_class_install_action (widget_class, "event.make-template", NULL, make_template_cb);
  gtk_widget_class_install_action (widget_class, "event.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "event.delete", NULL, delete_cb);
}

static void
cvn_event_view_init (CvnEventView *self)
{
}

static GtkWidget *
make_menu (CvnEventView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Copy to Another Day…"), "event.copy");
  g_menu_append (menu, _("Make the Next _Edition…"), "event.repeat");
  g_menu_append (menu, _("Change _Later Editions Too"), "event.spread");
  g_menu_append (menu, _("Make a _Template"), "event.make-template");
  g_menu_append (menu, _("Ca_ncel the Event"), "event.cancel");
  g_menu_append (menu, _("_Delete"), "event.delete");
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->menu, "flat");
  cvn_tooltip_set (self->menu, _("More for This Event"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More for This Event"), -1);
  return self->menu;
}

static void
make_copy_popover (CvnEventView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->copy_heading = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL));
  self->copy_button = g_object_new (GTK_TYPE_BUTTON, "use-underline", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->copy_heading), "heading");
  self->copy_entry = gtk_entry_new ();
  self->copy_error = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 30, "visible", FALSE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->copy_error), "error");
  gtk_widget_add_css_class (self->copy_button, "suggested-action");
  g_signal_connect_object (self->copy_entry, "activate", G_CALLBACK (copy_now_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copy_button, "clicked", G_CALLBACK (copy_now_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "cvn-decision");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->copy_heading));
  gtk_box_append (GTK_BOX (box), self->copy_entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->copy_error));
  gtk_box_append (GTK_BOX (box), self->copy_button);
  self->copy_popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->copy_popover), box);
  gtk_widget_set_parent (self->copy_popover, self->menu);
}

static GtkLabel *
make_label (GtkWidget  *box,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_head (CvnEventView *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->title = make_label (box, "title-2");
  self->when = make_label (box, "cvn-event-when");
  self->state = make_label (box, "dim-label");
  self->clashes = cvn_clash_lines_new ();
  gtk_box_append (GTK_BOX (box), self->clashes);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (line), box);
  gtk_box_append (GTK_BOX (line), make_menu (self));
  make_copy_popover (self);
  gtk_widget_add_css_class (line, "cvn-event-head");
  return line;
}

/* The word of the part that is shown is in sight, also where the words scroll and another page chose the part. */
static void
scroll_tabs (CvnEventView *self)
{
  GtkAdjustment     *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->tabs));
  GtkSelectionModel *pages = adw_view_stack_get_pages (self->parts);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (pages);
  guint  n = g_list_model_get_n_items (G_LIST_MODEL (pages));
  double middle;

  if (n > 0 && !gtk_bitset_is_empty (selected))
    {
      middle = gtk_adjustment_get_upper (adjustment) * (gtk_bitset_get_nth (selected, 0) + 0.5) / n;
      gtk_adjustment_set_value (adjustment, middle - gtk_adjustment_get_page_size (adjustment) / 2);
    }
  g_object_unref (pages);
}

/* Six words beside each other do not fit a narrow window: there they scroll. */
static GtkWidget *
make_switcher (CvnEventView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *switcher = adw_view_switcher_new ();

  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), self->parts);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (switcher), ADW_VIEW_SWITCHER_POLICY_NARROW);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (switcher, 560, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), switcher);
  gtk_widget_add_css_class (scrolled, "cvn-event-tabs");
  self->tabs = scrolled;
  g_signal_connect_object (self->parts, "notify::visible-child", G_CALLBACK (scroll_tabs), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled)), "changed", G_CALLBACK (scroll_tabs), self, G_CONNECT_SWAPPED);
  return scrolled;
}

static void
make_parts (CvnEventView *self)
{
  self->parts = ADW_VIEW_STACK (adw_view_stack_new ());
  adw_view_stack_set_hhomogeneous (self->parts, FALSE);
  adw_view_stack_set_vhomogeneous (self->parts, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->parts), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *child = parts[i].make == NULL ? g_object_new (ADW_TYPE_CLAMP, "maximum-size", 800, "child", self->form, NULL) : NULL;

      adw_view_stack_page_set_icon_name (adw_view_stack_add_titled (self->parts, g_object_new (ADW_TYPE_BIN, "child", child, NULL), parts[i].name, _(parts[i].title)),
                                         parts[i].icon);
    }
  g_signal_connect_object (self->parts, "notify::visible-child", G_CALLBACK (part_changed_cb), self, G_CONNECT_SWAPPED);
}

/** cvn_event_view_new: of no event yet. */
GtkWidget *
cvn_event_view_new (CvnCentre *centre)
{
  CvnEventView *self = g_object_new (CVN_TYPE_EVENT_VIEW, NULL);
  GtkWidget    *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->sheet = cvn_event_sheet_new (centre);
  g_signal_connect_object (self->sheet, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  self->form = CVN_RECORD_FORM (cvn_record_form_new (centre));
  cvn_record_form_set_bare (self->form, TRUE);
  make_parts (self);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), make_switcher (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->parts));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
