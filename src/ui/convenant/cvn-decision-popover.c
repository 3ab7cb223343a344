/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-decision-popover"

#include "cvn-decision-popover.h"

#include "cvn-cockpit-decide.h"
#include "cvn-error.h"

#include <glib/gi18n-lib.h>

typedef enum {
  ENTRY_DATE,
  ENTRY_BODY,
  ENTRY_DOCUMENT,
  ENTRY_EXPECTED,
  ENTRY_NOTE,
  N_ENTRIES,
} EntryId;

struct _CvnDecisionPopover
{
  GtkPopover parent_instance;

  CvnCockpit      *cockpit;
  CvnCockpitParty *party;
  GtkLabel        *title;
  GtkLabel        *state;
  GtkWidget       *history;
  GtkBox          *past;  /* the decisions so far */
  GtkBox          *moves; /* a check button for each state that is allowed, and one for a missing document */
  GtkWidget       *form;
  GtkWidget       *entries[N_ENTRIES];
  GtkLabel        *error;
  GtkWidget       *save;
  CvnLadderState   chosen;
  char            *given; /* the date that was filled in, by no person */
  GCancellable    *writing;
};

static const struct
{
  const char *field;
  const char *title;
} entry_infos[N_ENTRIES] = {
  [ENTRY_DATE] = { "date", N_("Date: a day, a month or a year") },
  [ENTRY_BODY] = { "body", N_("Deciding body") },
  [ENTRY_DOCUMENT] = { "document", N_("Document") },
  [ENTRY_EXPECTED] = { "expected", N_("Decision expected on") },
  [ENTRY_NOTE] = { "note", N_("Note") },
};

/* In pixels: what a small screen has room for. */
#define MAX_HEIGHT 540

static guint decided_signal;

G_DEFINE_FINAL_TYPE (CvnDecisionPopover, cvn_decision_popover, GTK_TYPE_POPOVER)

static void
show_error (CvnDecisionPopover *self,
            const char         *message,
            const char         *field)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
  for (int i = 0; i < N_ENTRIES; i++)
    if (message != NULL && g_strcmp0 (field, entry_infos[i].field) == 0)
      {
        gtk_widget_add_css_class (self->entries[i], "error");
        gtk_widget_grab_focus (self->entries[i]);
      }
    else
      gtk_widget_remove_css_class (self->entries[i], "error");
}

static void
decided_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (CvnDecisionPopover) self = data;
  g_autoptr (GError) error = NULL;
  gint64           no = cvn_centre_finish (CVN_CENTRE (source), result, &error);
  g_autofree char *text = NULL;

  if (self->cockpit == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->writing);
  gtk_widget_set_sensitive (self->save, TRUE);
  if (no < 0)
    {
      show_error (self, error->message, cvn_error_get_field (error));
      return;
    }
  text = g_strdup_printf (_("%1$s: %2$s"), cvn_cockpit_party_get_name (self->party), cvn_ladder_get_label (self->chosen));
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, decided_signal, 0, text);
}

/* The date in an entry; year 0 for an empty one. FALSE, and marked, when it is none. */
static gboolean
read_date (CvnDecisionPopover *self,
           EntryId             entry,
           CvnDate            *date)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entries[entry]));
  g_autoptr (GError) error = NULL;

  *date = (CvnDate){ 0 };
  if (*typed == '\0' || cvn_date_parse (typed, cvn_interface_language (), date, &error))
    return TRUE;
  show_error (self, error->message, entry_infos[entry].field);
  return FALSE;
}

/* Whether the same decision is entered once more, because its text has come. */
static gboolean
is_supplement (CvnDecisionPopover *self)
{
  return self->chosen == cvn_cockpit_party_get_state (self->party);
}

static void
save_cb (CvnDecisionPopover *self)
{
  g_autoptr (CvnRecord) decision = NULL;
  g_autofree char *iso = NULL;
  CvnDate          date;
  CvnDate          expected;

  if (self->writing != NULL || self->chosen == CVN_LADDER_NONE || !read_date (self, ENTRY_DATE, &date) || !read_date (self, ENTRY_EXPECTED, &expected))
    return;
  if (is_supplement (self) && *gtk_editable_get_text (GTK_EDITABLE (self->entries[ENTRY_DOCUMENT])) == '\0')
    {
      show_error (self, _("Fill in what the document is called, or where it is kept."), "document");
      return;
    }
  decision = cvn_cockpit_new_decision (self->cockpit, self->party, self->chosen, &date);
  for (EntryId i = ENTRY_BODY; i < N_ENTRIES; i++)
    if (i != ENTRY_EXPECTED)
      cvn_record_set_text (decision, entry_infos[i].field, gtk_editable_get_text (GTK_EDITABLE (self->entries[i])));
  if (expected.year != 0 && gtk_widget_get_visible (self->entries[ENTRY_EXPECTED]))
    iso = cvn_date_to_iso (&expected);
  cvn_record_set_text (decision, "expected", iso);
  show_error (self, NULL, NULL);
  self->writing = g_cancellable_new ();
  gtk_widget_set_sensitive (self->save, FALSE);
  cvn_cockpit_decide_async (self->cockpit, self->party, decision, self->writing, decided_cb, g_object_ref (self));
}

/* A new decision is of today, its text is of the day of the decision; what a person typed stays. */
static void
give_date (CvnDecisionPopover *self)
{
  GtkEditable *entry = GTK_EDITABLE (self->entries[ENTRY_DATE]);
  CvnDate      date = { 0 };

  if (self->given != NULL && !g_str_equal (self->given, gtk_editable_get_text (entry)))
    return;
  if (is_supplement (self))
    date = *cvn_cockpit_party_get_state_date (self->party);
  else
    cvn_date_parse_iso (cvn_centre_get_today (cvn_cockpit_get_centre (self->cockpit)), &date, NULL);
  g_free (self->given);
  self->given = date.year != 0 ? cvn_date_format (&date, cvn_interface_language ()) : g_strdup ("");
  gtk_editable_set_text (entry, self->given);
}

static gboolean
is_undecided (CvnLadderState state)
{
  return state == CVN_LADDER_INVITED || state == CVN_LADDER_BEING_DECIDED || state == CVN_LADDER_PLEDGED || state == CVN_LADDER_RECONSIDERING;
}

static void
choose (CvnDecisionPopover *self,
        CvnLadderState      state)
{
  self->chosen = state;
  gtk_widget_set_sensitive (self->save, state != CVN_LADDER_NONE);
  gtk_widget_set_visible (self->entries[ENTRY_EXPECTED], is_undecided (state));
  give_date (self);
}

/* The states that may follow, and the same once more when its text is missing. */
static guint
list_choices (CvnDecisionPopover *self,
              CvnLadderState     *choices)
{
  CvnLadderState from = cvn_cockpit_party_get_state (self->party);
  guint          n = cvn_ladder_get_moves (from, choices);

  if (cvn_cockpit_party_lacks_document (self->party))
    choices[n++] = from;
  return n;
}

static void
move_cb (CvnDecisionPopover *self)
{
  CvnLadderState choices[CVN_LADDER_N_STATES];
  guint          i = 0;

  list_choices (self, choices);
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->moves)); button != NULL; button = gtk_widget_get_next_sibling (button), i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
      choose (self, choices[i]);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
add_choice (CvnDecisionPopover *self,
            CvnLadderState      state,
            GtkWidget          *group)
{
  const char *label = cvn_ladder_get_label (state);
  /* Translators: a state, such as Signed */
  g_autofree char *words = g_strdup_printf (_("%s: add its document"), label);
  GtkWidget       *button = gtk_check_button_new_with_label (state == cvn_cockpit_party_get_state (self->party) ? words : label);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group));
  gtk_box_append (self->moves, button);
  return button;
}

/* The next step up is chosen beforehand or, at the top, the text that is missing; a step back never is, lest a hasty Enter takes it. */
static void
show_moves (CvnDecisionPopover *self)
{
  CvnLadderState from = cvn_cockpit_party_get_state (self->party);
  CvnLadderState next = cvn_ladder_get_next (from);
  CvnLadderState choices[CVN_LADDER_N_STATES];
  guint          n = list_choices (self, choices);
  GtkWidget     *group = NULL;

  if (next == CVN_LADDER_NONE && cvn_cockpit_party_lacks_document (self->party))
    next = from;
  clear_box (self->moves);
  choose (self, CVN_LADDER_NONE);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *button = add_choice (self, choices[i], group);

      group = group != NULL ? group : button;
      if (choices[i] == next)
        {
          gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
          choose (self, next);
        }
      g_signal_connect_object (button, "toggled", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
show_past (CvnDecisionPopover *self)
{
  guint                    n;
  const CvnLadderDecision *history = cvn_cockpit_party_get_history (self->party, &n);

  clear_box (self->past);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *detail = cvn_cockpit_party_dup_decision (self->party, i, cvn_interface_language ());
      g_autofree char *date = history[i].date.year != 0 ? cvn_date_format (&history[i].date, cvn_interface_language ()) : g_strdup ("–");
      GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
      GtkWidget       *state = g_object_new (GTK_TYPE_LABEL, "label", cvn_ladder_get_label (history[i].state), "xalign", 0.0, "hexpand", TRUE, NULL);
      GtkWidget       *day = gtk_label_new (date);

      gtk_widget_add_css_class (day, "dim-label");
      gtk_widget_add_css_class (day, "numeric");
      gtk_box_append (GTK_BOX (line), state);
      gtk_box_append (GTK_BOX (line), day);
      gtk_box_append (self->past, line);
      if (*detail != '\0')
        gtk_box_append (self->past, g_object_new (GTK_TYPE_LABEL, "label", detail, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 32,
                                                  "css-classes", (const char *const[]){ "caption", "dim-label", NULL }, NULL));
    }
}

/* The button of the chosen move, else the first one. */
static GtkWidget *
find_focus (CvnDecisionPopover *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->moves)); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
      return button;
  return gtk_widget_get_first_child (GTK_WIDGET (self->moves));
}

/** cvn_decision_popover_show: pops up for @party; read-only it offers no moves. */
void
cvn_decision_popover_show (CvnDecisionPopover *self,
                           CvnCockpitParty    *party,
                           gboolean            read_only)
{
  g_autofree char *state = cvn_cockpit_party_dup_state (party, cvn_interface_language ());
  gboolean         can_move;

  g_set_object (&self->party, party);
  gtk_label_set_text (self->title, cvn_cockpit_party_get_name (party));
  gtk_label_set_text (self->state, state);
  for (EntryId i = 0; i < N_ENTRIES; i++)
    gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), "");
  g_clear_pointer (&self->given, g_free);
  show_moves (self);
  show_past (self);
  can_move = !read_only && gtk_widget_get_first_child (GTK_WIDGET (self->moves)) != NULL;
  gtk_widget_set_visible (self->form, can_move);
  gtk_widget_set_visible (self->history, gtk_widget_get_first_child (GTK_WIDGET (self->past)) != NULL);
  gtk_expander_set_expanded (GTK_EXPANDER (self->history), !can_move);
  show_error (self, NULL, NULL);
  gtk_popover_popup (GTK_POPOVER (self));
  if (can_move)
    gtk_widget_grab_focus (self->chosen != CVN_LADDER_NONE && is_supplement (self) ? self->entries[ENTRY_DOCUMENT] : find_focus (self));
}

static void
cvn_decision_popover_dispose (GObject *object)
{
  CvnDecisionPopover *self = CVN_DECISION_POPOVER (object);

  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
  g_clear_object (&self->party);
  g_clear_object (&self->cockpit);
  G_OBJECT_CLASS (cvn_decision_popover_parent_class)->dispose (object);
}

static void
cvn_decision_popover_finalize (GObject *object)
{
  g_free (CVN_DECISION_POPOVER (object)->given);
  G_OBJECT_CLASS (cvn_decision_popover_parent_class)->finalize (object);
}

static void
cvn_decision_popover_class_init (CvnDecisionPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_decision_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_decision_popover_finalize;
  decided_signal = g_signal_new ("decided", CVN_TYPE_DECISION_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 32, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_entries (CvnDecisionPopover *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (int i = 0; i < N_ENTRIES; i++)
    {
      self->entries[i] = adw_entry_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entries[i]), _(entry_infos[i].title));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, _(entry_infos[i].title), -1);
      g_signal_connect_object (self->entries[i], "entry-activated", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (GTK_LIST_BOX (list), self->entries[i]);
    }
  return list;
}

static GtkWidget *
make_buttons (CvnDecisionPopover *self)
{
  GtkWidget *buttons = g_object_new (GTK_TYPE_BOX, "spacing", 6, "homogeneous", TRUE, NULL);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->save = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), self->save);
  return buttons;
}

static void
cvn_decision_popover_init (CvnDecisionPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                                      "max-content-height", MAX_HEIGHT, "child", box, NULL);

  gtk_widget_set_size_request (box, 290, -1);
  gtk_widget_add_css_class (box, "cvn-decision");
  self->title = add_label (box, "heading");
  self->state = add_label (box, "dim-label");
  self->past = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  self->history = gtk_expander_new_with_mnemonic (_("_Decisions so far"));
  gtk_expander_set_child (GTK_EXPANDER (self->history), GTK_WIDGET (self->past));
  gtk_box_append (GTK_BOX (box), self->history);
  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->moves = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->moves), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New state"), -1);
  gtk_box_append (GTK_BOX (self->form), GTK_WIDGET (self->moves));
  gtk_box_append (GTK_BOX (self->form), make_entries (self));
  self->error = add_label (self->form, "error");
  gtk_box_append (GTK_BOX (self->form), make_buttons (self));
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
}

/** cvn_decision_popover_new: a popover that is to be given a parent. */
GtkWidget *
cvn_decision_popover_new (CvnCockpit *cockpit)
{
  CvnDecisionPopover *self = g_object_new (CVN_TYPE_DECISION_POPOVER, NULL);

  self->cockpit = g_object_ref (cockpit);
  return GTK_WIDGET (self);
}
