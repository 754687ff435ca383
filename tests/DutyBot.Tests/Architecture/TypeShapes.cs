using System.Reflection;
using System.Runtime.CompilerServices;

namespace DutyBot.Tests.Architecture;

/// <summary>What a type may look like in this house. Each check names the types that break it.</summary>
internal static class TypeShapes
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>
    /// Classes and records that others could derive from, other than closed bases: their constructors are private, so that all cases are nested in
    /// them, or private protected, so that all cases are in one assembly.
    /// </summary>
    public static IEnumerable<string> Open(IEnumerable<Type> types) =>
        types.Where(type => type.IsClass && !type.IsSealed && !IsClosedBase(type)).Select(type => type.FullName!);

    /// <summary>Public properties that can be set after construction, and public fields that are not read-only.</summary>
    public static IEnumerable<string> Mutable(IEnumerable<Type> types) =>
        from type in types
        from member in type.GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where
            member is PropertyInfo property
                ? IsSettable(property)
                : member is FieldInfo field && !type.IsEnum && !field.IsInitOnly && !field.IsLiteral
        select $"{type.FullName}.{member.Name}";

    /// <summary>Interfaces that fewer than two of the types implement: an interface is for a choice that exists.</summary>
    public static IEnumerable<string> LonelyInterfaces(IReadOnlyCollection<Type> types) =>
        from contract in types.Where(type => type.IsInterface)
        let implementers = types.Count(type => !type.IsInterface && !type.IsAbstract && Implements(type, contract))
        where implementers < 2
        select $"{contract.FullName}: {implementers}";

    private static bool IsClosedBase(Type type) =>
        type.IsAbstract
        && type.GetConstructors(Instance).All(constructor => constructor.IsPrivate || constructor.IsFamilyAndAssembly || IsRecordCopy(constructor));

    private static bool IsRecordCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [{ } only] && only.ParameterType == constructor.DeclaringType;

    private static bool IsSettable(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool Implements(Type type, Type contract) =>
        type.GetInterfaces()
            .Any(implemented => implemented == contract || (implemented.IsGenericType && implemented.GetGenericTypeDefinition() == contract));
}
