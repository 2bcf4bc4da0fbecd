"""`extractor completion`: what a shell needs to complete the command's words."""

import click


@click.command("completion", epilog='\b\nExample, in ~/.bashrc:\n  eval "$(extractor completion bash)"')
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print the completion script of a shell."""
    from click.shell_completion import get_completion_class

    completion = get_completion_class(shell)
    assert completion is not None
    root = ctx.find_root()
    click.echo(completion(root.command, {}, "extractor", "_EXTRACTOR_COMPLETE").source())
    return 0
